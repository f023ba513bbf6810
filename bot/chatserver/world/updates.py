"""The updates that wait for their bots, kept as the official server's queue keeps them (TDLib's TQueue.cpp)."""

import json
from typing import NamedTuple

from sqlalchemy import delete, func, insert, select

from bot.chatserver.models import Bot, Json, Update
from bot.chatserver.signals import bot_key
from bot.chatserver.store import Transaction
from bot.chatserver.world.update_kinds import is_wanted, queue_key
from bot.chatserver.world.users import first_update_id

DAY = 86_400
WEEK = 7 * DAY
# Seconds after which a tap that nobody fetched is forgotten (Client.cpp:17155).
TAP_LIFETIME = 150
# An offset further from the queue than this is taken for one of another time (TQueue.cpp: get).
FAR_PAST = 100_000
FAR_FUTURE = 10


class Pending(NamedTuple):
    """An update on its way to its bot. `payload` is the JSON that the bot is given."""

    update_id: int
    queue: int
    expires_at: int
    payload: str


def push_update(tx: Transaction, bot_id: int, kind: str, body: Json, *, queue: int, lifetime: int = DAY) -> None:
    """Keep an update for a bot, if the bot wants this kind.

    `queue` is the chat's id as the bot knows it; for taps, and memberships but the bot's own, the user's.
    """
    bot = tx.session.get_one(Bot, bot_id)
    if not is_wanted(kind, bot.allowed_updates):
        return
    update_id = _next_update_id(tx, bot)
    payload = json.dumps({"update_id": update_id, kind: body}, ensure_ascii=False, separators=(",", ":"))
    row = Pending(update_id, queue_key(kind, queue), tx.now + lifetime, payload)
    tx.session.execute(insert(Update).values(bot_id=bot_id, kind=kind, **row._asdict()))
    tx.wake.add(bot_key(bot_id))


def take_updates(tx: Transaction, bot: Bot, offset: int, limit: int) -> list[Pending]:
    """What getUpdates gives from `offset` on, having forgotten all before it; a negative one keeps the last ones only.

    An offset that cannot be of this queue counts as none (Client.cpp:16321, TQueue.cpp: get).
    """
    if offset < 0:
        forget_updates(tx, bot.id, keep=-offset)
    head = _head(tx, bot)
    known = head - FAR_PAST <= offset <= bot.next_update_id + FAR_FUTURE
    start = offset if offset > 0 and known else head
    tx.session.execute(delete(Update).where(Update.bot_id == bot.id, Update.update_id < start))
    return load_updates(tx, bot.id, start, limit)


def load_updates(tx: Transaction, bot_id: int, start: int, limit: int) -> list[Pending]:
    """The first updates from `start` on. Expired ones are forgotten."""
    tx.session.execute(delete(Update).where(Update.bot_id == bot_id, Update.expires_at < tx.now))
    rows = tx.session.execute(
        select(Update.update_id, Update.queue, Update.expires_at, Update.payload)
        .where(Update.bot_id == bot_id, Update.update_id >= start)
        .order_by(Update.update_id)
        .limit(limit)
    )
    return [Pending(*row) for row in rows]


def forget_update(tx: Transaction, bot_id: int, update_id: int) -> None:
    tx.session.execute(delete(Update).where(Update.bot_id == bot_id, Update.update_id == update_id))


def forget_updates(tx: Transaction, bot_id: int, *, keep: int = 0) -> None:
    """Forget all of the bot's updates but the last `keep`."""
    newest_first = select(Update.update_id).where(Update.bot_id == bot_id).order_by(Update.update_id.desc())
    newest_gone = tx.session.scalar(newest_first.offset(keep).limit(1))
    if newest_gone is not None:
        tx.session.execute(delete(Update).where(Update.bot_id == bot_id, Update.update_id <= newest_gone))


def count_updates(tx: Transaction, bot_id: int) -> int:
    waiting = select(func.count()).where(Update.bot_id == bot_id, Update.expires_at >= tx.now)
    return tx.session.scalar(waiting) or 0


def _head(tx: Transaction, bot: Bot) -> int:
    oldest = tx.session.scalar(select(func.min(Update.update_id)).where(Update.bot_id == bot.id))
    return bot.next_update_id if oldest is None else oldest


def _next_update_id(tx: Transaction, bot: Bot) -> int:
    # "If there are no new updates for at least a week, then identifier of the next update will be chosen randomly
    # instead of sequentially" (Bot API: Update).
    if bot.last_update_at and tx.now - bot.last_update_at >= WEEK:
        bot.next_update_id = first_update_id()
    update_id, bot.next_update_id, bot.last_update_at = bot.next_update_id, bot.next_update_id + 1, tx.now
    return update_id
