"""People and bots."""

import hashlib
import secrets
from collections.abc import Sequence

from sqlalchemy import func, select

from bot.chatserver.models import Bot, Json, User
from bot.chatserver.store import Transaction

FIRST_USER_ID = 100_000_001


def secret_hash(secret: str) -> str:
    """How tokens are kept: they are long and random, so a plain hash is enough and can be looked up."""
    return hashlib.sha256(secret.encode()).hexdigest()


def add_user(tx: Transaction, first_name: str, *, last_name: str | None = None, username: str | None = None) -> User:
    user = User(id=_next_id(tx), first_name=first_name, last_name=last_name, username=username)
    user.language_code = "zh-hans"
    tx.session.add(user)
    tx.session.flush()
    return user


def add_bot(tx: Transaction, token: str, *, name: str, username: str) -> Bot:
    """The bot of this token (its id is the part before the colon); an existing one only takes the new names."""
    bot_id = int(token.split(":")[0])
    user = tx.session.get(User, bot_id) or User(id=bot_id, is_bot=True)
    user.first_name, user.username = name, username
    tx.session.add(user)
    tx.session.flush()
    bot = tx.session.get(Bot, bot_id) or Bot(id=bot_id, next_update_id=first_update_id())
    bot.token_hash = secret_hash(token)
    tx.session.add(bot)
    tx.session.flush()
    return bot


def new_token(tx: Transaction) -> str:
    return f"{_next_id(tx)}:{secrets.token_urlsafe(26)}"


def first_update_id() -> int:
    """Where a bot's update ids start, and start again after a week without updates."""
    return secrets.randbelow(900_000_000) + 1_000_000


def find_bot(tx: Transaction, token: str) -> Bot | None:
    """The bot whose token this is."""
    bot = tx.session.get(Bot, int(token.split(":")[0]))
    known = bot is not None and secrets.compare_digest(bot.token_hash, secret_hash(token))
    return bot if known else None


def find_by_username(tx: Transaction, username: str) -> User | None:
    wanted = username.removeprefix("@").lower()
    return tx.session.scalar(select(User).where(func.lower(User.username) == wanted))


def find_people(tx: Transaction, first_name: str) -> Sequence[User]:
    """Who was there first, first."""
    query = select(User).where(User.first_name == first_name, User.is_bot.is_(False))
    return tx.session.scalars(query.order_by(User.id)).all()


def get_user(tx: Transaction, user_id: int) -> User:
    user = tx.session.get(User, user_id)
    if user is None:
        raise LookupError(f"user {user_id}")
    return user


def show_user(user: User) -> Json:
    """The Bot API's User."""
    shown: Json = {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}
    optional = {"last_name": user.last_name, "username": user.username}
    if not user.is_bot:
        optional["language_code"] = user.language_code
    return shown | {name: value for name, value in optional.items() if value}


def _next_id(tx: Transaction) -> int:
    return max(tx.session.scalar(select(func.max(User.id))) or 0, FIRST_USER_ID - 1) + 1
