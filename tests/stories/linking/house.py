"""The whole service in process, over the real chat server, with the village of the sample roster."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.app import serve
from bot.listening import listen
from bot.official_calendar import read_calendar
from bot.policy import read_policy
from bot.roster.command import SAMPLE
from bot.roster.files import read_files
from bot.rules.cards import CardKind, CardOrder
from bot.rules.roster.checking import check_roster
from bot.settings import Settings, read_settings
from bot.usecases.confirm_official import Confirmation, confirm_official
from bot.usecases.import_roster import import_roster
from bot.usecases.issue_household_cards import issue_household_cards
from bot.usecases.issue_official_cards import issue_official_cards
from storage.engine import Database
from tests.chatserver.harness import BotClient, Operator, PhoneClient
from tests.chatserver.process import ServerProcess
from tests.clock import Hands, free_port
from tests.stories.linking.talk import Talk

VILLAGE, COUNTY = "磨石沟村", "沂水县"
SLIP_FOR = timedelta(days=7)


@dataclass(frozen=True)
class House:
    operator: Operator
    bot: BotClient
    database: Database
    settings: Settings
    hands: Hands

    async def person(self, name: str) -> Talk:
        """Somebody with a phone who has the chat with the bot open, and has said nothing."""
        phone: PhoneClient = await self.operator.add_person(name)
        return Talk(phone, await phone.open(self.bot), self.bot)

    async def card(self, kind: CardKind, code: str, *, replace: bool = False) -> str:
        """The token of a new card, as it is printed."""
        order = CardOrder(VILLAGE, Path("unused.pdf"), kind, (code,), replace)
        async with self.database.write() as session:
            cards = await issue_household_cards(session, order, SLIP_FOR, self.hands.now)
        return cards[0].tokens[kind]

    async def official_card(self, no: str, *, replace: bool = False) -> str:
        order = CardOrder(COUNTY, Path("unused.pdf"), CardKind.OFFICIAL, (no,), replace)
        async with self.database.write() as session:
            return (await issue_official_cards(session, order, SLIP_FOR, self.hands.now))[0].token

    async def confirm_at_the_terminal(self, no: str) -> None:
        """As the verb does, from another process."""
        policy = read_policy()
        calendar = read_calendar(policy.calendar, self.hands.now.year)
        async with self.database.write() as session:
            await confirm_official(session, Confirmation(no), policy, calendar, self.hands.now)


@asynccontextmanager
async def open_house(
    server: ServerProcess, operator: Operator, url: str, folder: Path, hands: Hands
) -> AsyncIterator[House]:
    """Its end is a clean one."""
    bot = await operator.add_bot("回音", f"huiyin{free_port()}_bot")
    port = free_port()
    environ = {
        "HUIYIN_BOT_TOKEN": bot.token,
        "HUIYIN_API_BASE": server.url,
        "HUIYIN_DATABASE_URL": url,
        "HUIYIN_DATA_DIR": str(folder),
        "HUIYIN_PORT": str(port),
    }
    settings, database, stop = read_settings(environ), Database(url), asyncio.Event()
    async with database.write() as session:
        await import_roster(session, check_roster(*read_files(SAMPLE)), hands.now, lambda _done, _total: None)
    with listen(settings.host, port) as listening:
        service = asyncio.create_task(serve(settings, listening, stop, hands))
        try:
            yield House(operator, bot, database, settings, hands)
        finally:
            stop.set()
            await service
            await database.close()
