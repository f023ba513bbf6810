"""A chat server, a village full of people, and the service ready for its first life."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from storage.engine import Database
from tests.chatserver.harness import Operator, open_client
from tests.chatserver.process import ServerProcess
from tests.crowd.lives import Lives, Parent
from tests.crowd.people import TOKEN, People, settle

_POLICY = "[drafts]\ncard_after = 0\n"  # no minute's wait, so that cards leave while the others talk


@dataclass(frozen=True)
class Village:
    database: Database
    operator: Operator
    people: People
    lives: Lives


@asynccontextmanager
async def village(parent: Parent, url: str, folder: Path, villagers: int) -> AsyncIterator[Village]:
    server, database, policy = ServerProcess(folder), Database(url), folder / "policy.toml"
    policy.write_text(_POLICY)
    settings = {"BOT_TOKEN": TOKEN, "API_BASE": server.url, "DATABASE_URL": url, "POLICY": str(policy)}
    lives = Lives(parent, folder, settings)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        server.start()
        stack.callback(server.stop)
        stack.push_async_callback(lives.close)
        operator = Operator(await stack.enter_async_context(open_client(server.url)), stack)
        yield Village(database, operator, await settle(database, operator, folder, villagers), lives)
