"""What was said, message by message. An edit is one more revision; the last one counts."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update

from bot.rules.errors import NotYours
from bot.rules.people import Person
from storage.access import AppealView
from storage.engine import Session
from storage.inserts import insert_new
from storage.models import AnswerCopy, Draft, Piece, PieceKind


@dataclass(frozen=True)
class Said:
    """One message; `revision` is 0 as sent, and for an edit its time in Unix seconds."""

    bot_id: int
    chat_id: int
    message_id: int
    account_id: int
    said_at: datetime
    kind: PieceKind
    revision: int = 0
    text: str | None = None
    place: dict[str, Any] | None = None
    album: str | None = None
    media_id: int | None = None


@dataclass(frozen=True)
class Belongs:
    """To which one of these a piece belongs."""

    draft_id: int | None = None
    appeal_id: int | None = None
    answer_id: int | None = None


async def add_piece(session: Session, said: Said, to: Belongs) -> bool:
    """False where this very revision is kept already."""
    return bool(await insert_new(session, Piece, [vars(said) | vars(to)]))


async def find_piece(session: Session, bot_id: int, chat_id: int, message_id: int) -> Piece | None:
    """What the message says now, and where it went."""
    query = select(Piece).filter_by(bot_id=bot_id, chat_id=chat_id, message_id=message_id)
    return (await session.scalars(query.order_by(Piece.revision.desc()).limit(1))).first()


async def list_draft_pieces(session: Session, draft: Draft) -> list[Piece]:
    return await _latest(session, Piece.draft_id == draft.id)


async def list_appeal_pieces(session: Session, view: AppealView) -> list[Piece]:
    """The author's side. Raises NotYours where the viewer may not read the words."""
    _check(view)
    return await _latest(session, Piece.appeal_id == view.appeal.id)


async def find_appeal_words(session: Session, appeal_id: int) -> str:
    """All that its author wrote. For redaction only: nobody is shown it as it is."""
    return (await list_words_of_appeals(session, [appeal_id])).get(appeal_id, "")


async def list_words_of_appeals(session: Session, appeal_ids: Collection[int]) -> dict[int, str]:
    """All that each author wrote. For redaction and comparison only: nobody is shown it as it is."""
    words: dict[int, list[str]] = defaultdict(list)
    for piece in await _latest(session, Piece.appeal_id.in_(appeal_ids)):
        if piece.text and piece.appeal_id and piece.kind != PieceKind.CONTACT:
            words[piece.appeal_id].append(piece.text)
    return {appeal_id: "\n".join(said) for appeal_id, said in words.items()}


async def list_answer_pieces(session: Session, view: AppealView, answer_id: int) -> list[Piece]:
    """The official's side. Raises NotYours where the viewer may not read the words."""
    _check(view)
    return await _latest(session, Piece.answer_id == answer_id)


async def list_answer_files(session: Session, answer_id: int) -> list[int]:
    """Ids of media, for letters: whether they may be seen is asked when those leave. A copy has the first one's."""
    first = select(AnswerCopy.copy_of_id).where(AnswerCopy.answer_id == answer_id)
    of_answer = (Piece.answer_id == answer_id) | Piece.answer_id.in_(first)
    return [piece.media_id for piece in await _latest(session, of_answer) if piece.media_id]


async def find_of_album(session: Session, who: Person, album: str | None) -> Piece | None:
    """What came of that album before, in that person's chat."""
    query = select(Piece).filter_by(bot_id=who.bot_id, chat_id=who.chat_id, album=album).order_by(Piece.id).limit(1)
    return (await session.scalars(query)).first() if album is not None else None


async def record_pieces_filed(
    session: Session, draft: Draft, appeal_id: int, only: Iterable[int] | None = None
) -> None:
    """The draft's pieces, or some of them by id, become the appeal's."""
    statement = update(Piece).where(Piece.draft_id == draft.id)
    if only is not None:
        statement = statement.where(Piece.id.in_(list(only)))
    await session.execute(statement.values(draft_id=None, appeal_id=appeal_id))


async def record_piece_moved(session: Session, piece: Piece, to: Belongs) -> None:
    """Every revision of that message goes along, and the album that it is part of; of a message that was cut in two
    this half alone."""
    message = {"album": piece.album} if piece.album else {"message_id": piece.message_id}
    chat = {"bot_id": piece.bot_id, "chat_id": piece.chat_id}
    moved = update(Piece).where(Piece.id == piece.id) if piece.is_half else update(Piece).filter_by(**chat, **message)
    await session.execute(moved.values(**vars(to)))


async def record_piece_cut(session: Session, piece: Piece, first: str, second: str) -> list[Piece]:
    """The message holds two matters: each half stands where the whole stood, which is kept, and belongs nowhere."""
    message = {"bot_id": piece.bot_id, "chat_id": piece.chat_id, "message_id": piece.message_id}
    place = Belongs(piece.draft_id, piece.appeal_id, piece.answer_id)
    said = {"account_id": piece.account_id, "said_at": piece.said_at, "kind": piece.kind, "media_id": piece.media_id}
    await session.execute(update(Piece).filter_by(**message).values(**vars(Belongs())))
    halves = [
        Piece(**message, **said, **vars(place), revision=piece.revision + after, text=text, is_half=True)
        for after, text in ((1, first), (2, second))
    ]
    session.add_all(halves)
    await session.flush()
    return halves


def _check(view: AppealView) -> None:
    if not view.shows_words:
        raise NotYours


async def _latest(session: Session, belongs: ColumnElement[bool]) -> list[Piece]:
    query = select(Piece).where(belongs).order_by(Piece.chat_id, Piece.message_id, Piece.revision)
    latest = {(piece.chat_id, piece.message_id): piece for piece in await session.scalars(query)}
    return sorted(latest.values(), key=lambda piece: (piece.said_at, piece.message_id))
