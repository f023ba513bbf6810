"""When people are written to, and when nobody is."""

from datetime import date, timedelta

from bot.delivery.outcome import NotSent
from bot.delivery.pace import Pace
from storage.letters import Notice, Priority
from storage.models import LetterState
from tests.bot.delivery.post import BUSY, GUILAN, SUN, Post
from tests.bot.rules.calendars import shanghai
from tests.bot_api import BOT_ID, Answer

NIGHT = shanghai(date(2026, 11, 23), 21)
MORNING = shanghai(date(2026, 11, 24), 7)
HIMSELF = "这个我看不懂,您用字说就行。"


def _quiet(occasion: str) -> Notice:
    return Notice(BOT_ID, GUILAN, "busy", "zh-Hans", {}, occasion, is_quiet=True)


async def test_a_villager_is_not_woken_but_answered_when_they_act_at_night(post: Post) -> None:
    # DESIGN §1: nobody is written to at night
    post.hands.now = NIGHT
    await post.add(_quiet("1"))
    await post.write("2", wording="not-understood")
    await post.calls(1)
    assert post.texts == [HIMSELF]
    post.hands.now = MORNING - timedelta(seconds=1)
    await post.write("3", chat=SUN)
    await post.calls(2)
    post.hands.now = MORNING
    await post.calls(3)
    assert post.texts == [HIMSELF, BUSY, BUSY]


async def test_what_was_due_by_day_and_could_not_leave_waits_for_the_morning_too(post: Post) -> None:
    post.hands.now = NIGHT - timedelta(minutes=1)
    post.api.script("sendMessage", Answer.error(429, "Too Many Requests: retry after 120", retry_after=120))
    await post.add(_quiet("1"))
    await post.calls(1)
    post.hands.now = NIGHT + timedelta(minutes=5)
    await post.write("2", wording="not-understood")
    await post.calls(2)
    assert post.texts == [HIMSELF]
    assert (await post.letters())[0].not_before == MORNING


async def test_a_letter_that_waits_for_its_hour_holds_up_no_other(post: Post) -> None:
    later = post.hands.now + timedelta(minutes=1)
    await post.add(Notice(BOT_ID, GUILAN, "busy", "zh-Hans", {}, "1", not_before=later))
    await post.write("2", wording="not-understood")
    await post.calls(1)
    post.hands.now = later
    await post.calls(2)
    assert post.texts == [HIMSELF, BUSY]


async def test_two_chats_refused_within_a_minute_quiet_the_bot(post: Post) -> None:
    post.api.script("sendMessage", *[Answer.error(429, "Too Many Requests: retry after 7", retry_after=7)] * 2)
    courier = post.courier()
    for chat in (1, 2):
        await post.write("1", chat=chat)
    await post.calls(2, by=courier)
    await post.write("1", chat=3)
    await courier._round(claiming=True)
    assert [letter.attempts for letter in await post.letters()] == [1, 1, 0]
    post.hands.move(timedelta(seconds=7))
    await post.calls(5, by=courier)
    assert len(post.texts) == 3


def test_one_chat_that_is_refused_again_and_again_quiets_nobody_else() -> None:
    pace, now = Pace(), NIGHT
    for chat, minutes in ((1, 0), (1, 0), (2, 1), (2, 1)):
        pace.heed(chat, NotSent("RetryAfter", wait=timedelta(seconds=7)), now + timedelta(minutes=minutes))
    assert not pace.is_paused(now + timedelta(minutes=1))


async def test_what_is_public_is_not_sent_twice_after_a_doubt(post: Post) -> None:
    # telegram.md §4.2: a loss on the echo wall is harmless, and a copy is seen by all
    post.api.script("sendMessage", Answer.error(502, "Bad Gateway"))
    await post.add(Notice(BOT_ID, GUILAN, "busy", "zh-Hans", {}, "1", Priority.WALL))
    await post.calls(1)
    post.hands.move(timedelta(days=1))
    await post.write("2", wording="not-understood")
    await post.calls(2)
    assert post.texts == [HIMSELF]
    assert (await post.letters())[0].state == LetterState.UNCERTAIN
