"""Versions of the county's words: the newest counts, and none is changed."""

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from bot.rules.errors import Problem
from bot.rules.words import WordChange
from bot.usecases.keep_word_version import keep_word_version, roll_back_words
from storage.engine import Database
from storage.models import WordVersion
from storage.word_versions import DELIVERED, Version, add_version, find_version_in_force, list_versions
from tests.clock import Hands

NOW = Hands().now
POND, DITCH = WordChange("water", "塘坝", 4), WordChange("water", "桥…垮|塌", 2.5)


async def test_a_version_holds_all_changes_and_the_newest_is_in_force(database: Database) -> None:
    async with database.write() as session:
        assert await find_version_in_force(session) is DELIVERED
        await keep_word_version(session, [POND], "塘", NOW)
        await keep_word_version(session, [DITCH], "桥", NOW)
    async with database.read() as session:
        assert await find_version_in_force(session) == Version(2, (POND, DITCH), "桥", NOW)


async def test_going_back_is_a_version_too(database: Database) -> None:
    async with database.write() as session:
        await keep_word_version(session, [POND], "塘", NOW)
        await keep_word_version(session, [WordChange("water", "塘坝", 0)], "不要", NOW)
        await roll_back_words(session, 1, NOW)
        kept = [(version.no, version.changes) for version in await list_versions(session)]
    assert kept == [(1, (POND,)), (2, ()), (3, (POND,))]


async def test_of_two_who_change_the_words_at_once_one_is_told(database: Database) -> None:
    async with database.write() as session:
        assert await add_version(session, Version(1, (POND,)), NOW)
        assert not await add_version(session, Version(1, (DITCH,)), NOW)


async def test_an_unknown_version_is_a_sentence(database: Database) -> None:
    async with database.write() as session:
        await keep_word_version(session, [POND], "塘", NOW)
        with pytest.raises(Problem, match=r"There is no version 2\. Known: from 0 \(as delivered\) to 1;"):
            await roll_back_words(session, 2, NOW)


@pytest.mark.parametrize("verb", [update(WordVersion).values(note=""), delete(WordVersion)], ids=["change", "delete"])
async def test_the_database_refuses_to_change_a_version(database: Database, verb: object) -> None:
    async with database.write() as session:
        await keep_word_version(session, [POND], "塘", NOW)
    with pytest.raises(DBAPIError, match="word_versions only grows"):
        async with database.write() as session:
            await session.execute(verb)  # type: ignore[call-overload]
