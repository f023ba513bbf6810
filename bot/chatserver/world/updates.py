"""The updates that wait for their bots."""

import json
from collections.abc import Sequence

from sqlalchemy import delete, func, select

from bot.chatserver.models import Bot, Json, Update
from bot.chatserver.signals import bot_key
from bot.chatserver.store import Transaction
from bot.chatserver.world.users import first_update_id

DAY = 86_400
WEEK = 7 * DAY
TAP_LIFETIME = 150
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


def push_update(tx: Transaction, bot_id: int, kind: str, body: Json, *, queue: int, lifetime: int = DAY) -> None:
    """Keep an update for a bot that asked for this kind. `queue` is the order it belongs to on a webhook."""
    bot = tx.session.get_one(Bot, bot_id)
    if not _wanted(bot, kind):
        return
    if bot.last_update_at and tx.now - bot.last_update_at >= WEEK:
        bot.next_update_id = first_update_id()
    update_id, bot.next_update_id, bot.last_update_at = bot.next_update_id, bot.next_update_id + 1, tx.now
    payload = json.dumps({"update_id": update_id, kind: body}, ensure_ascii=False, separators=(",", ":"))
    tx.session.add(
        Update(
            bot_id=bot_id,
            update_id=update_id,
            kind=kind,
            queue=queue,
            payload=payload,
            expires_at=tx.now + lifetime,
        )
    )
    tx.wake.add(bot_key(bot_id))


def list_updates(tx: Transaction, bot_id: int, *, offset: int, limit: int) -> Sequence[Update]:
    """The oldest updates from `offset` on that have not expired."""
    tx.session.execute(delete(Update).where(Update.bot_id == bot_id, Update.expires_at <= tx.now))
    return tx.session.scalars(
        select(Update)
        .where(Update.bot_id == bot_id, Update.update_id >= offset)
        .order_by(Update.update_id)
        .limit(limit)
    ).all()


def confirm_updates(tx: Transaction, bot_id: int, offset: int) -> None:
    """Forget every update below `offset`."""
    tx.session.execute(delete(Update).where(Update.bot_id == bot_id, Update.update_id < offset))


def count_updates(tx: Transaction, bot_id: int) -> int:
    return (
        tx.session.scalar(
            select(func.count()).select_from(Update).where(Update.bot_id == bot_id, Update.expires_at > tx.now)
        )
        or 0
    )


def _wanted(bot: Bot, kind: str) -> bool:
    if bot.allowed_updates:
        return kind in bot.allowed_updates
    return kind not in NOT_BY_DEFAULT
