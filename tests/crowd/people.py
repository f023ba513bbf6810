"""A village full of people with phones, linked as the cards do it."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.clock import utc_now
from bot.roster.files import read_files
from bot.rules.roster.checking import check_roster
from bot.usecases.import_roster import import_roster
from bot.usecases.tick import Tick
from storage.accounts import find_account, record_seen
from storage.engine import Database, Session
from storage.households import find_household
from storage.members import Vouchers, add_member
from storage.officials import add_official_account, find_official
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.chatserver.harness import BotClient, Operator, PhoneClient
from tests.crowd.roster import write_roster


@dataclass(frozen=True)
class Person:
    phone: PhoneClient
    chat: int


@dataclass(frozen=True)
class People:
    """`officials` by their number in the roster."""

    bot: BotClient
    villagers: list[Person]
    officials: dict[str, Person]


TOKEN = "700000001:the-token-of-the-crowds-bot"


async def settle(database: Database, operator: Operator, folder: Path, villagers: int) -> People:
    """One villager a household; every official has a phone, too. The bot's token is TOKEN."""
    codes, numbers = write_roster(folder / "roster", villagers)
    async with database.write() as session:
        roster = check_roster(*read_files(folder / "roster"))
        await import_roster(Tick(session, utc_now(), "roster", POLICY, CALENDAR), roster, lambda *_: None)
    bot = await operator.add_bot("回音", "crowd_bot", token=TOKEN)
    people = People(bot, await _phones(operator, bot, codes), {})
    people.officials.update(zip(numbers, await _phones(operator, bot, numbers), strict=True))
    async with database.write() as session:
        for code, person in zip(codes, people.villagers, strict=True):
            await _move_in(session, bot, person, code)
        for number, person in people.officials.items():
            await _take_office(session, bot, person, number)
    return people


async def _phones(operator: Operator, bot: BotClient, names: Iterable[str]) -> list[Person]:
    async def phone(name: str) -> Person:
        phone = await operator.add_person(name)
        return Person(phone, await phone.open(bot))

    return list(await asyncio.gather(*map(phone, names)))


async def _move_in(session: Session, bot: BotClient, person: Person, code: str) -> None:
    household = await find_household(session, code)
    assert household
    account = await _account(session, bot, person)
    await add_member(session, household.id, account, f"王户{code}", Vouchers(), utc_now())


async def _take_office(session: Session, bot: BotClient, person: Person, number: str) -> None:
    official = await find_official(session, number)
    assert official
    await add_official_account(session, official.id, await _account(session, bot, person), None, utc_now())


async def _account(session: Session, bot: BotClient, person: Person) -> int:
    await record_seen(session, bot.id, person.phone.id, person.phone.id, utc_now())
    account = await find_account(session, bot.id, person.phone.id, person.phone.id)
    assert account
    return account.id
