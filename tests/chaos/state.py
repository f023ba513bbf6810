"""What the service has in hand, as its database tells."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from storage.engine import Database
from storage.letters import COPIES
from storage.models import InboxState, InboxUpdate, Letter, LetterState

_UNSETTLED = (LetterState.PENDING, LetterState.SENDING, LetterState.UNCERTAIN)


@dataclass(frozen=True)
class InHand:
    """Updates in handling and letters in sending, by their ids."""

    updates: frozenset[int]
    letters: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.updates or self.letters)


async def find_in_hand(database: Database) -> InHand:
    claimed = select(InboxUpdate.id).where(InboxUpdate.state == InboxState.OPEN, InboxUpdate.lease.is_not(None))
    sending = select(Letter.id).where(Letter.state == LetterState.SENDING)
    async with database.read() as session:
        return InHand(frozenset(await session.scalars(claimed)), frozenset(await session.scalars(sending)))


async def find_left(database: Database, now: datetime) -> bool | None:
    """Whether anything may be done now; False where all that is left waits for a later hour, None where all is done.

    A letter that is tried again or is due holds up those behind it in its chat.
    """
    updates = select(InboxUpdate.not_before).where(InboxUpdate.state == InboxState.OPEN)
    has_no_more = (Letter.state == LetterState.UNCERTAIN) & (Letter.doubts >= COPIES)
    letters = select(Letter).where(Letter.state.in_(_UNSETTLED), ~has_no_more).order_by(Letter.id)
    first: dict[int, Letter] = {}
    async with database.read() as session:
        waiting = [not_before <= now for not_before in await session.scalars(updates)]
        for letter in await session.scalars(letters):
            is_due = letter.state == LetterState.SENDING or letter.not_before <= now
            if is_due or letter.attempts:
                first.setdefault(letter.chat_id, letter)
            waiting.append(is_due and first[letter.chat_id] is letter)
    return any(waiting) if waiting else None
