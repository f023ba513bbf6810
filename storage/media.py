"""Files that were sent: noted in the transaction, fetched afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select

from bot.rules.errors import NotYours
from storage.access import AppealView
from storage.engine import Session
from storage.models import Answer, AnswerCopy, Media, MediaState, Piece, PieceKind

_NEW = "new media"


@dataclass(frozen=True)
class NewMedia:
    """`size` in bytes, `seconds` for voice and video; both as the sender's side says."""

    bot_id: int
    file_id: str
    unique_id: str
    kind: PieceKind
    mime: str | None = None
    size: int | None = None
    seconds: int | None = None


async def add_media(session: Session, new: NewMedia, now: datetime) -> Media:
    """To be fetched as soon as this is committed."""
    media = Media(state=MediaState.WAITING, attempts=0, not_before=now, **vars(new))
    session.add(media)
    await session.flush()
    session.info[_NEW] = True
    return media


def has_new_media(session: Session) -> bool:
    """Whether a file was noted in this session: then its fetcher is to be woken."""
    return _NEW in session.info


async def has_waiting_media(session: Session, bot_id: int, now: datetime) -> bool:
    return await session.scalar(_waiting(bot_id, now).with_only_columns(Media.id).limit(1)) is not None


async def list_waiting_media(session: Session, bot_id: int, now: datetime, limit: int) -> Sequence[Media]:
    """Those to fetch now, oldest first, locked for this transaction."""
    query = _waiting(bot_id, now).order_by(Media.id).limit(limit).with_for_update(skip_locked=True)
    return (await session.scalars(query)).all()


async def record_media_fetching(session: Session, media: Media, again_at: datetime) -> None:
    """Counts the attempt; should this one die, the next follows at `again_at`."""
    media.attempts += 1
    media.not_before = again_at
    await session.flush()


async def record_media_kept(session: Session, media_id: int, path: str, size: int, mime: str | None) -> None:
    media = await session.get_one(Media, media_id)
    media.state, media.path, media.size, media.mime, media.error = MediaState.KEPT, path, size, mime, None
    await session.flush()


async def record_media_failed(session: Session, media_id: int, error: str, again_at: datetime | None) -> None:
    """Without a time to try again it is gone for good."""
    media = await session.get_one(Media, media_id)
    media.error = error
    if again_at is None:
        media.state = MediaState.GONE
    else:
        media.not_before = again_at
    await session.flush()


async def access_media(session: Session, view: AppealView, media_id: int) -> Media:
    """A file of the appeal or of its answers. Raises NotYours, also where it is another appeal's."""
    if not view.shows_words:
        raise NotYours
    answers = select(Answer.id).where(Answer.appeal_id == view.appeal.id)
    first = select(AnswerCopy.copy_of_id).where(AnswerCopy.answer_id.in_(answers))
    belongs = (Piece.appeal_id == view.appeal.id) | Piece.answer_id.in_(answers) | Piece.answer_id.in_(first)
    query = select(Media).join(Piece, Piece.media_id == Media.id).where(Media.id == media_id, belongs)
    media = (await session.scalars(query.limit(1))).first()
    if media is None:
        raise NotYours
    return media


def _waiting(bot_id: int, now: datetime) -> Select[Media]:
    return select(Media).where(Media.bot_id == bot_id, Media.state == MediaState.WAITING, Media.not_before <= now)
