"""Letters: added in the transaction that they tell of. What becomes of them stands in `storage.outbox`."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

from sqlalchemy import bindparam, select

from bot.rules.buttons import Button
from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Letter, LetterKind, LetterState

COPIES = 2  # the first, and one more after an ambiguous answer
WORDS = frozenset({"words", "reply", "reason", "title", "keywords"})
"""Data of these names hold what people said of an appeal: they are for whoever may read its words."""
BETWEEN_EDITS = timedelta(seconds=3)  # edits share the budget of messages (tdlib/td issue 2592)


_LOCKED = (
    select(Letter)
    .where(Letter.dedupe_key.in_(bindparam("keys", expanding=True)))
    .order_by(Letter.id)
    .with_for_update()
    .execution_options(populate_existing=True)
)


class Priority(IntEnum):
    """Between chats the lower number goes first."""

    DANGER = -10
    ANSWER = 0
    CARD = 10
    ESCALATION = 20
    WALL = 30
    DIGEST = 40


@dataclass(frozen=True)
class Notice:
    """A letter before it has a row: which wording, with which data, for whom.

    `occasion` is what it answers, such as an update's id: one letter per wording, chat, appeal and occasion.
    `user_id`: it leaves only if this person may see the appeal still. `is_quiet`: never at night.
    """

    bot_id: int
    chat_id: int
    wording: str
    language: str
    data: dict[str, Any]
    occasion: str
    priority: Priority = Priority.ANSWER
    buttons: Sequence[Button] = ()
    menu: Sequence[str] = ()
    appeal_id: int | None = None
    user_id: int | None = None
    kind: LetterKind = LetterKind.NOTICE
    is_quiet: bool = False
    not_before: datetime | None = None
    topic_id: int | None = None

    @property
    def dedupe_key(self) -> str:
        about = "" if self.appeal_id is None else f":{self.appeal_id}"
        return f"{self.bot_id}:{self.chat_id}:{self.occasion}:{self.wording}{about}"


@dataclass(frozen=True)
class Card:
    """The live view of an appeal in one person's chat, or in its topic: whatever it shows is read when it leaves."""

    bot_id: int
    chat_id: int
    user_id: int | None
    appeal_id: int
    language: str
    priority: Priority = Priority.CARD
    not_before: datetime | None = None
    topic_id: int | None = None

    @property
    def dedupe_key(self) -> str:
        if self.topic_id is not None:
            return f"topic:{self.topic_id}"
        return f"card:{self.bot_id}:{self.chat_id}:{self.appeal_id}"

    @property
    def is_urgent(self) -> bool:
        """Something must be taken out of a group: only that is so pressing there."""
        return self.topic_id is not None and self.priority == Priority.ANSWER

    @property
    def kind(self) -> LetterKind:
        return LetterKind.CARD if self.topic_id is None else LetterKind.TOPIC


def take_back(letter: Letter, message_id: int, not_before: datetime, stub: str | None = None) -> Notice:
    """The order to delete a message that the letter brought. `stub` is the wording that takes its place where it is
    too old for that."""
    return Notice(
        bot_id=letter.bot_id,
        chat_id=letter.chat_id,
        wording="",
        language=letter.language,
        data={"message_id": message_id, "stub": stub},
        occasion=f"take_back:{message_id}",
        priority=Priority.ANSWER,
        kind=LetterKind.TAKE_BACK,
        not_before=not_before,
    )


async def add_notice(session: Session, notice: Notice, now: datetime) -> None:
    await add_notices(session, [notice], now)


async def add_card(session: Session, card: Card, now: datetime) -> None:
    await add_cards(session, [card], now)


async def add_notices(session: Session, notices: Iterable[Notice], now: datetime) -> None:
    """Write the letters, but for those that are there already."""
    await insert_new(session, Letter, [_notice_row(notice, now) for notice in notices])


async def add_cards(session: Session, cards: Iterable[Card], now: datetime) -> None:
    """Have the cards shown as the appeals stand then; however often this is asked before one leaves, it leaves once."""
    wanted = {card.dedupe_key: card for card in cards}
    rows = [_row(card, card.kind, now) | {"wording": "card", "data": {}} for card in wanted.values()]
    if await insert_new(session, Letter, rows) < len(rows):
        for letter in await session.scalars(_LOCKED, {"keys": list(wanted)}):
            _show_again(letter, wanted[letter.dedupe_key], now)
        await session.flush()


def _notice_row(notice: Notice, now: datetime) -> dict[str, Any]:
    return _row(notice, notice.kind, now) | {
        "wording": notice.wording,
        "data": notice.data,
        "buttons": [asdict(button) for button in notice.buttons] or None,
        "menu": list(notice.menu) or None,
        "is_quiet": notice.is_quiet,
    }


def _show_again(letter: Letter, card: Card, now: datetime) -> None:
    wanted = card.not_before or now
    if letter.settled_at is not None and not card.is_urgent:
        wanted = max(wanted, letter.settled_at + BETWEEN_EDITS)
    letter.chat_id, letter.user_id, letter.language = card.chat_id, card.user_id, card.language
    letter.priority = min(letter.priority, card.priority)
    if letter.state == LetterState.SENDING:
        letter.is_stale = True
    elif letter.state == LetterState.PENDING:
        letter.not_before = letter.not_before if letter.attempts else min(letter.not_before, wanted)
    elif letter.state != LetterState.UNCERTAIN or letter.doubts >= COPIES:
        letter.state, letter.attempts, letter.doubts, letter.not_before = LetterState.PENDING, 0, 0, wanted


def _row(letter: Notice | Card, kind: LetterKind, now: datetime) -> dict[str, Any]:
    return {
        "dedupe_key": letter.dedupe_key,
        "kind": kind,
        "bot_id": letter.bot_id,
        "chat_id": letter.chat_id,
        "user_id": letter.user_id,
        "appeal_id": letter.appeal_id,
        "topic_id": letter.topic_id,
        "language": letter.language,
        "priority": letter.priority,
        "not_before": letter.not_before or now,
        "created_at": now,
        "state": LetterState.PENDING,
        "attempts": 0,
        "doubts": 0,
    }
