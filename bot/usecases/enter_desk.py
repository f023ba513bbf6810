"""At the door of the desk: a code that the chat gave becomes a visit."""

from datetime import datetime

from bot.rules.terms import Policy
from bot.usecases.tokens import new_token, token_hash
from storage.desk_visits import record_entered, record_left
from storage.engine import Session

SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Of which codes are made: none that is taken for another."""


async def enter_desk(session: Session, said: str, policy: Policy, now: datetime) -> str | None:
    """The key of the visit, for the code however it was typed; none where it is unknown, used or too old."""
    code = "".join(sign for sign in said.lower() if sign in SIGNS)
    key = new_token()
    is_in = await record_entered(session, token_hash(code), token_hash(key), now, now + policy.desk.visit)
    return key if is_in else None


async def leave_desk(session: Session, key: str) -> None:
    await record_left(session, token_hash(key))
