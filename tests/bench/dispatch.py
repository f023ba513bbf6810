"""The floor under the service: an update through aiogram's dispatcher to a handler whose one row is committed."""

import time

from aiogram import Bot, Dispatcher, Router
from aiogram.types import Message, Update

from bot.clock import utc_now
from bot.intake.telegram_bot import handler_bot
from storage.engine import Database
from storage.inbox import Arrival, add_updates
from tests.bench.load import Figure
from tests.crowd.people import TOKEN

_UPDATES = 1_000
_BOT_ID = int(TOKEN.partition(":")[0])


async def measure_floor(name: str, url: str) -> Figure:
    """One after the other, as the service's worker does it."""
    database, dispatcher, bot = Database(url), Dispatcher(disable_fsm=True), handler_bot(TOKEN)
    dispatcher.include_router(_router())
    latencies = []
    try:
        await _dispatch(database, dispatcher, bot, 0)
        for number in range(1, _UPDATES + 1):
            began = time.perf_counter()
            await _dispatch(database, dispatcher, bot, number)
            latencies.append(time.perf_counter() - began)
    finally:
        await database.close()
    rate = _UPDATES / sum(latencies)
    latencies.sort()
    return Figure(name, rate, latencies[_UPDATES // 2], latencies[_UPDATES * 95 // 100])


async def _dispatch(database: Database, dispatcher: Dispatcher, bot: Bot, number: int) -> None:
    raw = {"update_id": 10**9 + number, "message": _message(number)}
    await dispatcher.feed_update(bot, Update.model_validate(raw, context={"bot": bot}), database=database)


def _message(number: int) -> dict[str, object]:
    chat = {"id": 1, "type": "private", "first_name": "王大娘"}
    return {"message_id": number, "date": 1, "chat": chat, "from": chat | {"is_bot": False}, "text": "路灯坏了"}


def _router() -> Router:
    router = Router()

    @router.message()
    async def keep(message: Message, event_update: Update, database: Database) -> None:
        arrival = Arrival(event_update.update_id, message.chat.id, "message", {"text": message.text})
        async with database.write() as session:
            await add_updates(session, _BOT_ID, [arrival], utc_now())

    return router
