"""Three appeals whose words, numbers and photos can be told from all others, searched for wherever they must not be
(DESIGN §2: barred, private, whose it is)."""

from pathlib import Path

import pytest
from sqlalchemy import select

from storage.models import Echo, Letter
from tests.stories.canaries import CANARIES, PRIVATE, VIOLENCE
from tests.stories.canary_searches import (
    EVERYBODY,
    all_desks,
    all_pages,
    check_desks,
    check_phones,
    grown_matters,
    index_words,
    traces_in,
    waiting_letters,
)
from tests.stories.canary_steps import (
    a_neighbour_speaks,
    answered_and_judged,
    cards_of_the_cadre,
    complaint_goes_up,
    filed,
    lamp_goes_up,
    log_text,
    officials_group,
    private_goes_up,
    village_chats,
    violence_is_answered,
)
from tests.stories.conftest import StoryServer
from tests.stories.village import Village

pytestmark = pytest.mark.long


async def test_what_is_not_for_everybody_is_nowhere_else(
    village: Village,
    story_server: StoryServer,
    log_file: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    reader = await village_chats(village)
    await officials_group(village)
    await answered_and_judged(village)
    await filed(village, log_file)
    outbox = await waiting_letters(village, capsys)
    cards = await cards_of_the_cadre(village)
    await private_goes_up(village, cards[PRIVATE.number])
    await complaint_goes_up(village)
    await violence_is_answered(village, cards[VIOLENCE.number])
    await village.join("大勇", "MSG-001")
    await a_neighbour_speaks(village)
    await lamp_goes_up(village)
    await _days_go_by(village)
    assert "合在一起" not in "".join([await village.screen(who) for who in EVERYBODY])
    index = await index_words(village)
    grown = await grown_matters(village, capsys)
    assert "还没有承诺" in (await all_pages(village))[f"{village.address}/commitments"]
    desks = await all_desks(village)
    assert PRIVATE.number in str(desks["张庆林"]), "or the search would prove nothing"
    for canary in CANARIES:
        check_desks(desks, canary)
        await check_phones(village, canary)
        assert traces_in(canary, index + grown) == []
        for place, page in (await all_pages(village)).items():
            assert traces_in(canary, page) == [], place
        assert traces_in(canary, outbox + await waiting_letters(village, capsys)) == []
        assert traces_in(canary, await village.screen(reader)) == []
    written = log_text(log_file) + caplog.text + story_server.process.log()
    assert [word for canary in CANARIES for word in canary.words if word in written] == []


async def _days_go_by(village: Village) -> None:
    """Two mornings with their digests; the ordinary matter goes up."""
    for _ in range(2):
        await village.wait(hours=11)
        await village.until(lambda: _all_sent(village))
        await village.wait(hours=11)
        await village.until(lambda: _all_sent(village))
        await village.wait(hours=2)
    await village.until(lambda: _wall_holds(village, "水井没水半年了"))
    await village.until(lambda: _all_sent(village))
    assert "水井没水半年了" in await village.screen("路人")  # in the channel
    async with village.database.read() as session:
        assert len((await session.scalars(select(Echo))).all()) == 1
    series = [(appeal.series, appeal.number) for appeal in await village.appeals()]
    assert sorted(series) == [("县", 1), ("县", 2), *(("磨石沟", number) for number in range(1, 6))]


async def _wall_holds(village: Village, words: str) -> bool:
    return any(words in page for page in (await all_pages(village)).values())


async def _all_sent(village: Village) -> bool:
    async with village.database.read() as session:
        waiting = select(Letter.id).where(Letter.settled_at.is_(None), Letter.not_before <= village.hands.now)
        return not (await session.scalars(waiting)).all()
