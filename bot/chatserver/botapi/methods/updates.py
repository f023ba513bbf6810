"""getUpdates: handing updates to a bot that asks for them."""

import asyncio

from starlette.responses import Response

from bot.chatserver.botapi.allowed_updates import keep_allowed_updates
from bot.chatserver.botapi.registry import Request, waiting_method
from bot.chatserver.botapi.transport import answer_raw
from bot.chatserver.delivery.polls import WEBHOOK_IS_ACTIVE, Turn
from bot.chatserver.errors import Conflict
from bot.chatserver.models import Bot
from bot.chatserver.signals import bot_key
from bot.chatserver.store import Transaction
from bot.chatserver.world.updates import Pending, take_updates
from bot.chatserver.world.webhooks import find_webhook

MAX_TIMEOUT = 50
MAX_ANSWER = 4 * 1024 * 1024


@waiting_method("getUpdates")
async def get_updates(request: Request) -> Response:
    try:
        updates = await _poll(request)
    except Conflict:
        await request.parts.polls.of(request.bot_id).delay_conflict(request.parts.clock)
        raise
    return answer_raw(join_fitting(request.parts.faults.hand_out(request.bot_id, updates)))


async def _poll(request: Request) -> list[Pending]:
    parts = request.parts
    turn = parts.polls.of(request.bot_id).next_turn(_asked(request), parts.clock.now())
    with parts.signals.listen(bot_key(request.bot_id)) as woken:
        updates = await parts.store.run(lambda tx: _first_look(tx, request, turn))
        if updates or not turn.timeout:
            return updates
        await _wait(request, woken, turn.timeout)
    return await parts.store.run(lambda tx: _look(tx, request.bot_id, max(turn.offset, 0), turn.limit))


def _asked(request: Request) -> Turn:
    arguments = request.arguments
    limit, timeout = arguments.integer("limit", 100, 1, 100), arguments.integer("timeout", 0, 0, MAX_TIMEOUT)
    return Turn(arguments.integer("offset"), limit, timeout)


def _first_look(tx: Transaction, request: Request, turn: Turn) -> list[Pending]:
    bot = tx.session.get_one(Bot, request.bot_id)
    if find_webhook(bot):
        raise Conflict(WEBHOOK_IS_ACTIVE)
    keep_allowed_updates(bot, request.arguments)
    return take_updates(tx, bot, turn.offset, turn.limit)


def _look(tx: Transaction, bot_id: int, offset: int, limit: int) -> list[Pending]:
    return take_updates(tx, tx.session.get_one(Bot, bot_id), offset, limit)


async def _wait(request: Request, woken: asyncio.Event, seconds: int) -> None:
    """Wait for an update, the end of the time, or to be told to stop.

    :raises Conflict: another poller came, or a webhook.
    """
    clock = request.parts.clock
    news = asyncio.create_task(woken.wait())
    end = asyncio.create_task(clock.wait_until(clock.now() + seconds))
    with request.parts.polls.of(request.bot_id).take_over() as told:
        try:
            await asyncio.wait((told, news, end), return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()
            end.cancel()
        if told.done():
            told.result()


def join_fitting(updates: list[Pending]) -> str:
    """As many updates as the official server puts into one answer (Client.cpp: JsonUpdates), as a JSON list."""
    room, fitting = MAX_ANSWER, []
    for update in updates:
        room -= 50 + len(update.payload.encode())
        if room <= 0:
            break
        fitting.append(update.payload)
    return f"[{','.join(fitting)}]"
