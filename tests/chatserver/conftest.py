"""One chat server process a pytest worker; in every test a fresh bot and fresh people."""

import itertools
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack

import httpx
import pytest

from tests.chatserver.catcher import SECRET, Catcher, catching
from tests.chatserver.harness import BotClient, Operator, PhoneClient, open_client
from tests.chatserver.hearing import HEARD
from tests.chatserver.process import ServerProcess

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """Faults are on and send budgets off. A test that needs it otherwise starts a ServerProcess of its own."""
    process = ServerProcess(tmp_path_factory.mktemp("chatserver"))
    process.start()
    yield process
    process.stop()


@pytest.fixture(autouse=True)
def conformant(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test is about, what the server says to bots in it is as the Bot API has it (docs/conformance.md)."""
    HEARD.forget()
    yield
    HEARD.check(envelopes_only=request.node.get_closest_marker("envelopes_only") is not None)


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as opened:
        yield opened


@pytest.fixture
async def http(server: ServerProcess) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the server that holds no token and keeps no cookie."""
    async with open_client(server.url) as client:
        yield client


@pytest.fixture
async def operator(http: httpx.AsyncClient, stack: AsyncExitStack) -> Operator:
    return Operator(http, stack)


@pytest.fixture
async def bot(operator: Operator) -> BotClient:
    return await operator.add_bot("回音", f"huiyin{next(_numbers)}_bot")


@pytest.fixture
async def wang(operator: Operator) -> PhoneClient:
    """王大娘, a villager."""
    return await operator.add_person("王大娘")


@pytest.fixture
async def sun(operator: Operator) -> PhoneClient:
    """孙干部, her contact cadre."""
    return await operator.add_person("孙干部")


@pytest.fixture
async def li(operator: Operator) -> PhoneClient:
    """李组长, the grid lead of her village."""
    return await operator.add_person("李组长")


@pytest.fixture
async def catcher() -> AsyncIterator[Catcher]:
    """A webhook that nobody has set yet."""
    async with catching() as caught:
        yield caught


@pytest.fixture
async def hooked(bot: BotClient, catcher: Catcher) -> AsyncIterator[BotClient]:
    """The bot, with the catcher as its webhook."""
    await bot.call("setWebhook", url=catcher.url, secret_token=SECRET)
    yield bot
    await bot.call("deleteWebhook", drop_pending_updates=True)
