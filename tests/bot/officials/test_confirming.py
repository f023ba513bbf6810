"""`huiyin officials` as an operator uses it."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.official_calendar import read_calendar
from bot.officials import confirming
from bot.policy import read_policy
from bot.rules.errors import Problem
from bot.usecases.confirm_official import Confirmation
from storage.engine import Database
from storage.invitations import NewInvitation, add_invitation, record_invitation_used
from storage.link_requests import NewLinkRequest, add_link_request, list_open_link_requests_of_officials
from storage.models import InvitationKind, Letter
from storage.officials import list_accounts_of_official
from tests.clock import Hands
from tests.storage.county import CADRE, settle

NEW_PHONE, FINDER = 3001, 3002


async def _scanned_by(database: Database, *phones: int) -> tuple[int, int]:
    """The cadre's card was scanned from these phones; the official's and the card's ids."""
    hands = Hands()
    async with database.write() as session:
        county, cast = await settle(session, hands)
        official = cast.officials[CADRE]
        new = NewInvitation("a" * 64, InvitationKind.OFFICIAL, official_id=official)
        card = await add_invitation(session, new, hands.now)
        for phone in phones:
            request = NewLinkRequest(await county.account(phone), f"手机{phone}", card.id, official_id=official)
            await add_link_request(session, request, hands.now + timedelta(minutes=phone))
    return official, card.id


def _confirm(url: str, no: str = str(CADRE), request: int | None = None) -> None:
    policy = read_policy()
    confirming.confirm(url, Confirmation(no, request), policy, read_calendar(policy.calendar, 2026))


async def _phones(database: Database, official: int) -> list[int]:
    async with database.read() as session:
        return [account.user_id for account in await list_accounts_of_official(session, official)]


async def test_the_phone_that_scanned_the_card_is_confirmed_and_both_phones_are_told(
    database: Database, database_url: str
) -> None:
    official, _ = await _scanned_by(database, NEW_PHONE)
    await asyncio.to_thread(_confirm, database_url)
    assert await _phones(database, official) == [CADRE, NEW_PHONE]
    async with database.read() as session:
        letters = {letter.wording: letter.chat_id for letter in await session.scalars(select(Letter))}
    assert letters == {"appointed": NEW_PHONE, "second-phone": CADRE}


async def test_of_several_phones_the_operator_names_one(database: Database, database_url: str) -> None:
    official, _ = await _scanned_by(database, NEW_PHONE, FINDER)
    with pytest.raises(Problem, match=r"2 phones .* Name one with --request"):
        await asyncio.to_thread(_confirm, database_url)
    async with database.read() as session:
        first, _second = await list_open_link_requests_of_officials(session)
    await asyncio.to_thread(_confirm, database_url, request=first.id)
    assert await _phones(database, official) == [CADRE, NEW_PHONE]


async def test_a_card_used_meanwhile_confirms_nobody(database: Database, database_url: str) -> None:
    official, card = await _scanned_by(database, FINDER)
    async with database.write() as session:
        await record_invitation_used(session, card, Hands().now)
    with pytest.raises(Problem, match="used or replaced"):
        await asyncio.to_thread(_confirm, database_url)
    assert await _phones(database, official) == [CADRE]


async def test_an_unknown_number_and_a_card_not_scanned_are_said(database: Database, database_url: str) -> None:
    await _scanned_by(database)
    with pytest.raises(Problem, match="no official 9999"):
        await asyncio.to_thread(_confirm, database_url, "9999")
    with pytest.raises(Problem, match="must be scanned first"):
        await asyncio.to_thread(_confirm, database_url)


async def test_those_who_wait_are_listed(
    database: Database, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await _scanned_by(database, NEW_PHONE)
    await asyncio.to_thread(confirming.show_waiting, database_url)
    assert f"2001 干部2001, 书记: '手机{NEW_PHONE}' since" in capsys.readouterr().out
