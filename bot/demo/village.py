"""The demo's village: the sample roster, and people linked to it by their own phones.

Each part looks first whether it is done, so that whatever was killed half way is completed by the next start, and
a village that stands is left as it is.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.clock import utc_now
from bot.demo.phones import PATIENCE_SECONDS, Message, Operator, Phone, buttons_of
from bot.demo.stories import Cast
from bot.official_calendar import read_calendar, read_rules
from bot.policy import read_policy
from bot.roster.command import SAMPLE
from bot.roster.files import read_files
from bot.rules.calendar import day_of
from bot.rules.cards import CardKind, CardOrder
from bot.rules.roster.checking import check_roster
from bot.settings import Settings
from bot.usecases.confirm_official import Confirmation, confirm_official
from bot.usecases.import_roster import import_roster
from bot.usecases.issue_household_cards import issue_household_cards
from bot.usecases.issue_official_cards import issue_official_cards
from bot.usecases.tick import Tick
from storage.accounts import find_account
from storage.engine import Database
from storage.link_requests import list_open_link_requests_of_official
from storage.members import list_households_of_account
from storage.officials import find_official, list_accounts_of_official

VILLAGE, COUNTY = "磨石沟村", "沂水县"
_UNPRINTED = Path("unprinted.pdf")


@dataclass(frozen=True)
class Village:
    settings: Settings
    operator: Operator
    cast: Cast

    async def build(self) -> dict[str, Phone]:
        """The phones of its people, all linked."""
        try:
            await self._take_roster_in()
            async with asyncio.TaskGroup() as group:
                made = {name: group.create_task(self._linked(name)) for name in self.cast.people}
            return {name: task.result() for name, task in made.items()}
        finally:
            await self.database.close()

    @cached_property
    def database(self) -> Database:
        return Database(self.settings.database_url.get_secret_value())

    async def _take_roster_in(self) -> None:
        roster = check_roster(*read_files(SAMPLE))
        async with self.database.write() as session:
            tick = Tick(session, utc_now(), "roster", *read_rules(self.settings.policy))
            await import_roster(tick, roster, lambda _done, _total: None)

    async def _linked(self, name: str) -> Phone:
        phone = await self.operator.phone_of(name)
        if name in self.cast.homes:
            await self._link_home(phone, self.cast.homes[name])
        else:
            await self._link_office(phone, self.cast.offices[name])
        return phone

    async def _link_home(self, phone: Phone, code: str) -> None:
        while not await self._speaks_for_a_home(phone):
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await self._scan_slip(phone, code)

    async def _scan_slip(self, phone: Phone, code: str) -> None:
        """It was brought to the household, and 这是我家 is tapped."""
        began = await phone.start(await self._slip(code))
        asked = await phone.sees(lambda message: _follows(message, began) and "这是我家" in buttons_of(message))
        await phone.tap(asked, "这是我家")
        await phone.sees(lambda message: _follows(message, asked))

    async def _link_office(self, phone: Phone, no: str) -> None:
        while not await self._acts(no):
            if await self._asks(no):
                await self._confirm(no)
            else:
                with suppress(TimeoutError):
                    async with asyncio.timeout(PATIENCE_SECONDS):
                        await self._scan_official_card(phone, no)

    async def _scan_official_card(self, phone: Phone, no: str) -> None:
        began = await phone.start(await self._official_card(no))
        await phone.sees(lambda message: _follows(message, began))

    async def _confirm(self, no: str) -> None:
        """Whoever runs the demo says at the terminal that it was they."""
        policy, now = read_policy(self.settings.policy), utc_now()
        calendar = read_calendar(policy.calendar, day_of(now).year)
        async with self.database.write() as session:
            await confirm_official(session, Confirmation(no), policy, calendar, now)

    async def _speaks_for_a_home(self, phone: Phone) -> bool:
        async with self.database.read() as session:
            account = await find_account(session, self.settings.bot_id, phone.user_id, phone.user_id)
            return account is not None and bool(await list_households_of_account(session, account.id))

    async def _acts(self, no: str) -> bool:
        async with self.database.read() as session:
            official = await find_official(session, no)
            return official is not None and bool(await list_accounts_of_official(session, official.id))

    async def _asks(self, no: str) -> bool:
        async with self.database.read() as session:
            official = await find_official(session, no)
            return official is not None and bool(await list_open_link_requests_of_official(session, official.id))

    async def _slip(self, code: str) -> str:
        order = CardOrder(VILLAGE, _UNPRINTED, CardKind.SLIP, (code,), replace=True)
        async with self.database.write() as session:
            (card,) = await issue_household_cards(
                session, order, read_policy(self.settings.policy).links.slip, utc_now()
            )
        return card.tokens[CardKind.SLIP]

    async def _official_card(self, no: str) -> str:
        order = CardOrder(COUNTY, _UNPRINTED, CardKind.OFFICIAL, (no,), replace=True)
        async with self.database.write() as session:
            (card,) = await issue_official_cards(
                session, order, read_policy(self.settings.policy).links.slip, utc_now()
            )
        return card.token


def _follows(message: Message, earlier: Message) -> bool:
    """It is the bot's, and came later."""
    return bool(message["message_id"] > earlier["message_id"] and not message.get("out"))
