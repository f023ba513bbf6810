"""A kept word is read by without a restart."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.rules.words import WordChange
from bot.usecases.keep_word_version import keep_word_version
from bot.words import in_force
from bot.words.in_force import WordsInForce
from nlp.categories import category_of
from nlp.county_words import in_force as words_in_force
from storage.engine import Database
from storage.models import Appeal
from tests.bot.usecases.village import Village
from tests.bot.words.past import ODD
from tests.clock import Hands
from tests.storage.county import GUILAN, XIUYING, County, settle

pytestmark = pytest.mark.usefixtures("as_delivered")
CHANGES = (WordChange("farming", ODD, 10),)


class _Heard(WordsInForce):
    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._looked = asyncio.Event()

    async def look(self) -> None:
        await super().look()
        self._looked.set()

    async def look_twice(self) -> None:
        """The first may have begun before."""
        for _ in range(2):
            self._looked.clear()
            await self._looked.wait()


async def _keep(database: Database, *changes: WordChange) -> None:
    async with database.write() as session:
        await keep_word_version(session, changes, "", Hands().now)


async def test_the_next_draft_is_filed_by_a_word_that_was_kept_after_the_one_before(database: Database) -> None:
    words = WordsInForce(database)
    await words.look()
    async with database.write() as session:
        county, cast = await settle(session, Hands())
        await _hand_in(Village(county, cast), GUILAN)
    await _keep(database, *CHANGES)
    await words.look()
    async with database.write() as session:
        await _hand_in(Village(County(session, county.hands), cast), XIUYING)
        before, after = await session.scalars(select(Appeal.category).order_by(Appeal.id))
    assert before != "farming"
    assert after == "farming"


async def _hand_in(village: Village, who: int) -> None:
    await village.says(who, f"{ODD}坏了半个月没人修")
    await village.taps_last(who, "button-hand-in")


async def test_newer_versions_are_looked_for_for_ever(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_force, "EVERY", timedelta(0))
    words = _Heard(database)
    looking = asyncio.create_task(words.keep_up())
    for weight in (10, 4):
        await _keep(database, WordChange("farming", ODD, weight))
        await words.look_twice()
        assert words_in_force()["farming"][ODD] == weight
    looking.cancel()
    await asyncio.wait({looking})
    assert looking.cancelled()


async def test_a_version_that_cannot_be_used_leaves_the_words_as_they_are(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    words = WordsInForce(database)
    await _keep(database, *CHANGES)
    await words.look()
    await _keep(database, WordChange("farming", "坏|", 4))
    await words.look()
    assert "were not looked up" in caplog.text
    assert words_in_force()["farming"][ODD] == 10
    assert category_of(f"{ODD}{ODD}").category == "farming"
