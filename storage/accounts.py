"""Who has spoken to the bot, from which chat, and whether that chat can be written to."""

from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Account
from storage.remembered import remembered

_OF_CHAT = select(Account).where(
    Account.bot_id == bindparam("bot_id"),
    Account.user_id == bindparam("user_id"),
    Account.chat_id == bindparam("chat_id"),
)


async def record_seen(session: Session, bot_id: int, user_id: int, chat_id: int, now: datetime) -> None:
    """The person has just spoken: known from now on, and reachable again."""
    key = {"bot_id": bot_id, "user_id": user_id, "chat_id": chat_id}
    if await insert_new(session, Account, [key | {"first_seen": now, "last_seen": now}]):
        return
    await session.execute(update(Account).filter_by(**key).values(last_seen=now, unreachable_since=None))


@remembered(Account)
async def find_account(session: Session, bot_id: int, user_id: int, chat_id: int) -> Account | None:
    """None for whoever has never spoken to this bot in this chat."""
    key = {"bot_id": bot_id, "user_id": user_id, "chat_id": chat_id}
    return (await session.scalars(_OF_CHAT, key)).one_or_none()


@remembered(Account)
async def access_account(session: Session, account_id: int) -> Account:
    """By a key of ours."""
    return await session.get_one(Account, account_id)


async def record_unreachable(session: Session, bot_id: int, chat_id: int, now: datetime) -> None:
    """The Bot API says that nobody in the chat can be written to (403)."""
    await session.execute(
        update(Account)
        .where(Account.bot_id == bot_id, Account.chat_id == chat_id, Account.unreachable_since.is_(None))
        .values(unreachable_since=now)
    )
