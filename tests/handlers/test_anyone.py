from typing import Any

import pytest
from sqlalchemy import select

from bot.intake.telegram_bot import handler_bot
from handlers.dispatcher import dispatcher
from storage.engine import Database
from storage.models import Account, Letter
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot_api import TOKEN, message
from tests.clock import Hands

GUILAN = 1001


async def _feed(database: Database, update: dict[str, Any]) -> None:
    async with database.write() as session:
        await dispatcher(Hands(), POLICY, CALENDAR).feed_raw_update(handler_bot(TOKEN), update, session=session)


async def _letters(database: Database) -> list[Letter]:
    async with database.read() as session:
        return list(await session.scalars(select(Letter)))


async def test_a_letter_keeps_who_the_person_is_and_what_was_read(database: Database) -> None:
    await _feed(database, message(10, "低保停了"))
    (letter,) = await _letters(database)
    assert (letter.wording, letter.chat_id, letter.language) == ("who-you-are", GUILAN, "zh-Hans")
    assert letter.data == {"name": "王桂兰", "id": GUILAN, "keywords": ["低保"]}


async def test_a_caption_is_words_too(database: Database) -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    await _feed(database, message(10, photo=photo, caption="水井塌了"))
    (letter,) = await _letters(database)
    assert "水井" in letter.data["keywords"]


async def test_a_message_without_words_is_refused_and_leaves_no_account(database: Database) -> None:
    await _feed(database, message(10, dice={"emoji": "🎲", "value": 3}))
    assert [letter.wording for letter in await _letters(database)] == ["not-understood"]
    async with database.read() as session:
        assert (await session.scalars(select(Account))).all() == []


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_nothing_is_said_outside_a_private_chat(database: Database, kind: str) -> None:
    update = message(10, "低保停了")
    update["message"]["chat"] = {"id": -1001, "type": kind, "title": "磨石沟"}
    await _feed(database, update)
    assert await _letters(database) == []
