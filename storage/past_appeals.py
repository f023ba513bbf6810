"""Past appeals with what their authors wrote, for learning words: read inside, and shown to nobody as they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, exists, select

from bot.rules.lifecycle import Action, Status
from bot.rules.numbers import COUNTY_SERIES
from storage.engine import Session
from storage.models import Appeal, AppealBarred, AppealEvent, Piece, PieceKind
from storage.public import public

_IS_HIDDEN = (Appeal.series == COUNTY_SERIES) | exists().where(AppealBarred.appeal_id == Appeal.id)


@dataclass(frozen=True)
class PastAppeal:
    """`words` is empty where only voice or pictures came. `corrected_to`: the category that somebody named last.

    `may_be_told`: public, and not withdrawn; even so only what is redacted, or counted, leaves the county.
    """

    series: str
    number: int
    household_id: int
    village_id: int
    words: str
    corrected_to: str | None
    is_hidden: bool
    may_be_told: bool


async def list_past_appeals(session: Session, last: int | None = None) -> Sequence[PastAppeal]:
    """The newest of them, or all, newest first."""
    ids = select(Appeal.id).order_by(Appeal.id.desc()).limit(last)
    words, corrected = await _words(session, ids), await _corrected(session, ids)
    query = select(Appeal, public(), _IS_HIDDEN).where(Appeal.id.in_(ids)).order_by(Appeal.id.desc())
    return [
        PastAppeal(
            series=appeal.series,
            number=appeal.number,
            household_id=appeal.household_id,
            village_id=appeal.grid_id,
            words=words.get(appeal.id, ""),
            corrected_to=corrected.get(appeal.id),
            is_hidden=is_hidden,
            may_be_told=is_public and appeal.status != Status.WITHDRAWN,
        )
        for appeal, is_public, is_hidden in await session.execute(query)
    ]


async def _words(session: Session, ids: Select[int]) -> dict[int | None, str]:
    """By appeal the last revision of each message, in the order in which they were said."""
    query = select(Piece.appeal_id, Piece.chat_id, Piece.message_id, Piece.text)
    query = query.where(Piece.appeal_id.in_(ids), Piece.kind != PieceKind.CONTACT)
    said: dict[int | None, dict[tuple[int, int], str | None]] = {}
    for appeal_id, chat_id, message_id, text in await session.execute(query.order_by(Piece.said_at, Piece.revision)):
        said.setdefault(appeal_id, {})[chat_id, message_id] = text
    return {appeal_id: "\n".join(filter(None, texts.values())) for appeal_id, texts in said.items()}


async def _corrected(session: Session, ids: Select[int]) -> dict[int, str]:
    query = select(AppealEvent.appeal_id, AppealEvent.data).where(AppealEvent.appeal_id.in_(ids))
    events = await session.execute(query.where(AppealEvent.action == Action.RECLASSIFY).order_by(AppealEvent.id))
    return {appeal_id: data["to"] for appeal_id, data in events if "to" in data}
