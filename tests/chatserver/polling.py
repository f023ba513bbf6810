"""Polling, as tests do it."""

import asyncio
from typing import Any

from tests.chatserver.harness import BotClient, Json, Operator, PhoneClient


async def say(bot: BotClient, phone: PhoneClient, *texts: str) -> int:
    chat = await phone.open(bot)
    for text in texts:
        await phone.send(chat, text)
    return chat


async def poll(bot: BotClient, **arguments: Any) -> list[Json]:
    updates: list[Json] = await bot.call("getUpdates", **arguments)
    return updates


def texts(updates: list[Json]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def let_time_pass(operator: Operator, task: asyncio.Task[list[Json]], step: int = 10) -> None:
    """Move the server's clock until the call that waits for it is answered."""
    while not task.done():
        await operator.advance(step)
