from typing import Any

import pytest
from sqlalchemy import select

from bot.delivery.wording import CATALOGUE
from bot.intake.telegram_bot import handler_bot
from bot.official_calendar import read_calendar
from bot.policy import read_policy
from handlers import keys
from handlers.dispatcher import dispatcher
from storage.engine import Database
from storage.models import Account, Letter, Piece
from tests.bot_api import TOKEN, message
from tests.clock import Hands

SOMEBODY = {"id": 9, "is_bot": False, "first_name": "别人"}
MY_HOME = "/start AAAAAAAAAAAAAAAAAAAAAA"


async def _feed(database: Database, update: dict[str, Any]) -> list[str]:
    """The wordings of all letters written so far."""
    policy = read_policy()
    calendar = read_calendar(policy.calendar, 2026)
    async with database.write() as session:
        await dispatcher(Hands(), policy, calendar).feed_raw_update(handler_bot(TOKEN), update, session=session)
        return list(await session.scalars(select(Letter.wording).order_by(Letter.id)))


async def test_a_card_counts_for_whoever_scans_it(database: Database) -> None:
    assert await _feed(database, message(10, MY_HOME)) == ["card-useless"]


@pytest.mark.parametrize(
    "way",
    [
        {"forward_origin": {"type": "user", "date": 1, "sender_user": SOMEBODY}},
        {"via_bot": {"id": 8, "is_bot": True, "first_name": "x", "username": "x_bot"}},
    ],
    ids=["forwarded", "by way of a bot"],
)
async def test_a_card_that_came_some_other_way_is_not_tried(database: Database, way: dict[str, Any]) -> None:
    assert await _feed(database, message(10, MY_HOME, **way)) == ["how-to-link"]


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
@pytest.mark.parametrize("words", [MY_HOME, "/start", "/unlink", "找人帮忙", "低保停了"])
async def test_nothing_is_said_or_kept_outside_a_private_chat(database: Database, kind: str, words: str) -> None:
    update = message(10, words)
    update["message"]["chat"] = {"id": -1001, "type": kind, "title": "磨石沟"}
    assert await _feed(database, update) == []
    async with database.read() as session:
        assert (await session.scalars(select(Account))).all() == []


async def test_a_forwarded_contact_links_nobody(database: Database) -> None:
    contact = {"phone_number": "19900000101", "first_name": "王桂兰", "user_id": 9}
    assert await _feed(database, message(10, contact=contact)) == ["words-kept"]
    async with database.read() as session:
        assert [account.user_id for account in await session.scalars(select(Account))] == [1001]


async def test_an_edit_by_somebody_not_linked_is_kept_beside_what_was_said(database: Database) -> None:
    await _feed(database, message(10, "低保停了"))
    edited = message(11, "俺娘的低保停了", edit_date=1_800_000_000)
    edited["message"]["message_id"] = message(10, "低保停了")["message"]["message_id"]
    await _feed(database, {"update_id": 11, "edited_message": edited["message"]})
    async with database.read() as session:
        said = [piece.text for piece in await session.scalars(select(Piece).order_by(Piece.revision))]
    assert said == ["低保停了", "俺娘的低保停了"]


async def test_a_key_of_the_menu_is_no_trouble_of_somebody_not_linked(database: Database) -> None:
    assert await _feed(database, message(10, "我的事")) == ["how-to-link"]


def test_the_keys_come_back_as_the_catalogues_write_them() -> None:
    catalogues = [file.read_text(encoding="utf-8").splitlines() for file in CATALOGUE.glob("*.ftl")]
    for name, labels in (("menu-say", keys.SAY), ("menu-mine", keys.MINE), ("menu-help", keys.HELP)):
        written = {line.partition(" = ")[2] for lines in catalogues for line in lines if line.startswith(f"{name} =")}
        assert written == labels
