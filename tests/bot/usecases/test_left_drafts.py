"""A draft that cannot file itself is asked about twice and then laid aside: not open for ever, and not lost."""

from typing import Any

from sqlalchemy import select

from bot.usecases.quiet_time import post_quiet_drafts
from handlers.timers import timers
from storage.inbox import TIMER
from storage.models import Appeal, Draft, InboxUpdate
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot.usecases.village import Village
from tests.storage.county import DAYONG, GUILAN

PHOTO: dict[str, Any] = {"photo": [{"file_id": "A", "file_unique_id": "u", "width": 9, "height": 9}]}


async def _clock_strikes(village: Village, **later: float) -> None:
    """What is posted into the lanes then is handled."""
    tick = village.later(**later)
    await post_quiet_drafts(tick.session, tick.now)
    handle = timers(village.clock, POLICY, CALENDAR)
    for update in (await tick.session.scalars(select(InboxUpdate).where(InboxUpdate.kind == TIMER))).all():
        await handle(tick.session, update)
        await tick.session.delete(update)


async def _state(village: Village) -> str:
    return (await village.county.session.scalars(select(Draft.state))).one()


async def test_it_is_asked_about_once_more_the_next_day_and_then_laid_aside(village: Village) -> None:
    await village.sends(GUILAN, **PHOTO)
    await _clock_strikes(village, minutes=3)
    assert await village.told(GUILAN) == ["draft-wordless", "draft-wordless"]
    await _clock_strikes(village, hours=23)
    assert len(await village.told(GUILAN)) == 2
    await _clock_strikes(village, hours=1)
    assert (await village.told(GUILAN))[2:] == ["draft-still-open", "draft-wordless"]
    await _clock_strikes(village, days=6)
    assert len(await village.told(GUILAN)) == 4
    await _clock_strikes(village, days=1)
    assert (await village.last(GUILAN)).wording == "draft-laid-aside"
    assert await _state(village) == "dropped"


async def test_what_was_laid_aside_can_be_handed_in_after_all(village: Village) -> None:
    await village.sends(GUILAN, **PHOTO)
    for days in (1, 2, 8):
        await _clock_strikes(village, days=days)
    await village.taps_last(GUILAN, "button-take-up")
    await village.taps_last(GUILAN, "button-hand-in-as-it-is")
    assert len((await village.county.session.scalars(select(Appeal))).all()) == 1
    await village.taps(DAYONG, "take_up", 1)
    assert await village.told(DAYONG) == ["not-yours"]


async def test_new_words_begin_the_asking_anew(village: Village) -> None:
    await village.sends(GUILAN, **PHOTO)
    await _clock_strikes(village, minutes=3)
    await _clock_strikes(village, days=1)
    await village.sends(GUILAN, **PHOTO)
    await _clock_strikes(village, minutes=3)
    assert (await village.last(GUILAN)).wording == "draft-wordless"
    assert await _state(village) == "open"
    await _clock_strikes(village, days=1)
    assert "draft-laid-aside" not in await village.told(GUILAN)
