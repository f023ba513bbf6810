"""A bot and a person on a server process of a test's own, which it may stop and start again."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import httpx

from tests.chatserver.harness import PATIENCE, BotClient, Operator, PhoneClient
from tests.chatserver.process import ServerProcess


@asynccontextmanager
async def people_of(process: ServerProcess) -> AsyncIterator[tuple[BotClient, PhoneClient]]:
    async with AsyncExitStack() as stack:
        client = httpx.AsyncClient(base_url=process.url, timeout=PATIENCE, trust_env=False)
        http = await stack.enter_async_context(client)
        operator = Operator(http, stack)
        yield await operator.add_bot("回音", "huiyin_bot"), await operator.add_person("王大娘")
