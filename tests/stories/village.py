"""The sample village 磨石沟, its service and the phones of its people, on the real chat server."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from types import MappingProxyType

import httpx
from sqlalchemy import select

from bot.clock import utc_now
from bot.listening import listen
from bot.official_calendar import read_calendar
from bot.policy import read_policy
from bot.roster.command import SAMPLE
from bot.roster.files import read_files
from bot.rules.calendar import at, day_of
from bot.rules.roster.checking import check_roster
from bot.service import serve
from bot.settings import Settings, read_settings
from bot.usecases.import_roster import import_roster
from bot.usecases.tick import Tick
from storage.accounts import find_account, record_seen
from storage.engine import Database
from storage.households import find_household
from storage.members import Vouchers, add_member
from storage.models import Appeal
from storage.officials import add_official_account, find_official
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.chatserver.harness import PATIENCE, BotClient, Json, Operator, PhoneClient
from tests.clock import Hands, free_port

HOUSEHOLDS = {"王桂兰": "MSG-001", "王德福": "MSG-002"}
OFFICIALS = {"孙有田": "0003", "张庆林": "0005", "高文海": "0002", "梁正": "0009", "郑立新": "0001"}
MORE_OFFICIALS = {"刘传河": "0004", "陈秀芝": "0007", "许永清": "0010"}
"""The contact cadre of all, who is also the township's secretary; the village's lead; the township's first lead;
the discipline office; the county's office. Of the others only some stories need a phone."""
_TWO_WEEKS = (0, 1, 2, 3, 4, 7, 8, 9, 10, 11)


@dataclass
class Village:
    database: Database
    operator: Operator
    bot: BotClient
    hands: Hands
    settings: Settings
    phones: dict[str, PhoneClient] = field(default_factory=dict)
    chats: dict[str, int] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        return self.settings.data_dir

    @property
    def address(self) -> str:
        """Of its pages."""
        return f"http://{self.settings.host}:{self.settings.port}"

    async def says(self, who: str, text: str, **more: object) -> Json:
        return await self.phones[who].send(self.chats[who], text, **more)

    async def shows(self, who: str, kind: str, *files: tuple[str, bytes, str], **more: object) -> list[Json]:
        return await self.phones[who].send_files(self.chats[who], kind, *files, **more)

    async def edits(self, who: str, message: Json, text: str) -> None:
        await self.phones[who].post(f"chats/{self.chats[who]}/messages/{message['message_id']}/edit", text=text)

    async def reads(self, who: str, *fragments: str) -> Json:
        """The next message of the bot's on that phone that holds all of this."""
        seen: list[str] = []
        while True:
            try:
                message: Json = (await self.phones[who].expect("message"))["message"]
            except TimeoutError:
                raise AssertionError(f"{who} did not read {fragments} within {PATIENCE} s, but {seen}") from None
            seen.append(message.get("text", "…"))
            if message.get("from", {}).get("id") == self.bot.id and all(part in seen[-1] for part in fragments):
                return message

    async def taps(self, who: str, message: Json, label: str) -> None:
        buttons = [button for row in message["reply_markup"]["inline_keyboard"] for button in row]
        data = next(button["callback_data"] for button in buttons if button["text"] == label)
        await self.phones[who].tap(self.chats[who], message["message_id"], data)

    async def file(self, who: str, text: str, number: int = 1) -> Json:
        """Say it and hand it in; the receipt."""
        await self.says(who, text)
        await self.taps(who, await self.reads(who, "记的是您的原话"), "交上去")
        return await self.reads(who, f"{number}号,交给孙干部")

    async def until(self, happened: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not await happened():
                await self.database.letters.wait(0.05)

    async def screen(self, who: str) -> str:
        """Whatever ever stood on that phone, as the ledger tells it."""
        phone = self.phones[who]
        (shown,) = (await self.operator.get(f"ledger?user={phone.id}"))["phones"]
        return str(shown)

    async def wait(self, **by: int) -> None:
        """Time passes, here and on the chat server."""
        span = timedelta(**by)
        self.hands.move(span)
        await self.operator.advance(int(span.total_seconds()))

    async def appeals(self) -> Sequence[Appeal]:
        async with self.database.read() as session:
            return (await session.scalars(select(Appeal).order_by(Appeal.id))).all()

    async def join(self, who: str, household: str = "") -> None:
        """A phone of theirs, linked as the cards do it."""
        phone = await self.operator.add_person(who)
        self.phones[who], self.chats[who] = phone, await phone.open(self.bot)
        async with self.database.write() as session:
            await record_seen(session, self.bot.id, phone.id, phone.id, self.hands.now)
            account = await find_account(session, self.bot.id, phone.id, phone.id)
            assert account
            if no := {**OFFICIALS, **MORE_OFFICIALS}.get(who):
                official = await find_official(session, no)
                assert official
                await add_official_account(session, official.id, account.id, None, self.hands.now)
            else:
                home = await find_household(session, household or HOUSEHOLDS[who])
                assert home
                await add_member(session, home.id, account.id, who, Vouchers(), self.hands.now)


def next_morning(now: datetime) -> datetime:
    """Half past nine in China, as UTC, on the next Monday of two ordinary working weeks."""
    day = day_of(now)
    calendar = read_calendar(read_policy().calendar, utc_now().year)
    day += timedelta(days=7 - day.weekday())
    while not all(calendar.is_working_day(day + timedelta(days=n)) for n in _TWO_WEEKS):
        day += timedelta(days=7)
    return at(day, time(9, 30))


@asynccontextmanager
async def opened(
    url: str,
    operator: Operator,
    bot: BotClient,
    api_base: str,
    folder: Path,
    hands: Hands,
    environ: Mapping[str, str] = MappingProxyType({}),
) -> AsyncIterator[Village]:
    """The village with its roster, nobody linked yet, and the service at work; its end is a clean one."""
    database, stop = Database(url), asyncio.Event()
    async with database.write() as session:
        tick = Tick(session, hands.now, "roster", POLICY, CALENDAR)
        await import_roster(tick, check_roster(*read_files(SAMPLE)), lambda *_: None)
    settings = read_settings(
        {
            "HUIYIN_BOT_TOKEN": bot.token,
            "HUIYIN_API_BASE": api_base,
            "HUIYIN_DATABASE_URL": url,
            "HUIYIN_DATA_DIR": str(folder),
            "HUIYIN_PORT": str(free_port()),
            **environ,
        }
    )
    village = Village(database, operator, bot, hands, settings)
    with listen(settings.host, settings.port) as listening:
        service = asyncio.create_task(serve(settings, listening, stop, hands))
        try:
            async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as client:
                await client.get(f"{village.address}/healthz")  # answered when all has begun
            yield village
        finally:
            stop.set()
            await service
            await database.close()
