"""Waiting for what a server says, and a server of a test's own, which it may stop and start again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from tests.chatserver.harness import PATIENCE, BotClient, Json, Operator, PhoneClient, open_client
from tests.chatserver.process import ServerProcess


@asynccontextmanager
async def people_of(process: ServerProcess) -> AsyncIterator[tuple[BotClient, PhoneClient]]:
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(open_client(process.url))
        operator = Operator(http, stack)
        yield await operator.add_bot("回音", "huiyin_bot"), await operator.add_person("王大娘")


async def info_when(bot: BotClient, **wanted: object) -> Json:
    """What getWebhookInfo says as soon as these fields of it are so."""
    async with asyncio.timeout(PATIENCE):
        while True:
            info: Json = await bot.call("getWebhookInfo")
            if all(info.get(name) == value for name, value in wanted.items()):
                return info


async def failed(bot: BotClient, status: str) -> Json:
    return await info_when(bot, last_error_message=f"Wrong response from the webhook: {status}")
