"""Answers of officials, from the first word to the moment they go out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from bot.rules.errors import NotYours
from bot.rules.levels import Level
from bot.rules.lifecycle import Outcome
from storage.access import AppealView
from storage.engine import Session
from storage.models import Answer, AnswerCopy
from storage.remembered import remembered_if_kept

_UNSENT = (
    select(Answer)
    .where(Answer.appeal_id == bindparam("appeal"), Answer.sent_at.is_(None), Answer.dropped_at.is_(None))
    .order_by(Answer.id)
)
_UNSENT_OF = _UNSENT.where(Answer.official_id == bindparam("official"))
_LAST = (
    select(Answer)
    .where(Answer.appeal_id == bindparam("appeal"), Answer.sent_at.is_not(None), Answer.outcome.is_not(None))
    .order_by(Answer.id.desc())
    .limit(1)
)


@dataclass(frozen=True)
class NewAnswer:
    """Without an outcome yet: the official is asked for it until `goes_out_at`."""

    appeal_id: int
    official_id: int
    level: Level
    text: str
    goes_out_at: datetime
    outcome: Outcome | None = None
    reason: str | None = None


async def add_answer(session: Session, new: NewAnswer, now: datetime) -> Answer:
    """Raises IntegrityError where this official's answer to this appeal is still on the table."""
    answer = Answer(written_at=now, **vars(new))
    session.add(answer)
    await session.flush()
    return answer


async def add_dropped_answer(session: Session, new: NewAnswer, now: datetime) -> Answer:
    """Words that came too late ever to go out."""
    answer = Answer(written_at=now, dropped_at=now, **vars(new))
    session.add(answer)
    await session.flush()
    return answer


async def add_answer_copy(session: Session, answer: Answer, new: NewAnswer, now: datetime) -> Answer:
    """The same answer to another appeal; its files stay where they are. Raises as `add_answer` does."""
    copy = await add_answer(session, new, now)
    session.add(AnswerCopy(answer_id=copy.id, copy_of_id=answer.id))
    await session.flush()
    return copy


async def find_answer(session: Session, answer_id: int) -> Answer | None:
    """Whose it is, and who may read it, is for `access_appeal`."""
    return await session.get(Answer, answer_id, populate_existing=True)


async def find_last_answer(session: Session, appeal_id: int) -> Answer | None:
    """The last that went out with an outcome."""
    return (await session.scalars(_LAST, {"appeal": appeal_id})).first()


async def list_last_answers(session: Session, appeal_ids: Iterable[int]) -> dict[int, Answer]:
    """Likewise, of each of these appeals that has one."""
    query = select(Answer).where(Answer.appeal_id.in_(list(appeal_ids)), Answer.sent_at.is_not(None))
    answers = await session.scalars(query.where(Answer.outcome.is_not(None)).order_by(Answer.id))
    return {answer.appeal_id: answer for answer in answers}


@remembered_if_kept(Answer)
async def list_unsent_answers(session: Session, appeal_id: int) -> Sequence[Answer]:
    return (await session.scalars(_UNSENT, {"appeal": appeal_id})).all()


async def find_unsent_answer(session: Session, appeal_id: int, official_id: int) -> Answer | None:
    return (await session.scalars(_UNSENT_OF, {"appeal": appeal_id, "official": official_id})).one_or_none()


async def record_answer_added_to(session: Session, answer: Answer, text: str, goes_out_at: datetime) -> None:
    """The official goes on writing."""
    answer.text, answer.goes_out_at = text, goes_out_at
    await session.flush()


async def record_answer_sent(
    session: Session, answer: Answer, outcome: Outcome | None, reason: str | None, now: datetime
) -> bool:
    """False where it has gone out, or was dropped, meanwhile: it goes out once."""
    return await _settle(session, answer, sent_at=now, outcome=outcome, reason=reason)


async def record_answer_dropped(session: Session, answer: Answer, now: datetime) -> bool:
    """Never to go out: the appeal left the official's hands, or they took it back."""
    return await _settle(session, answer, dropped_at=now)


async def list_answers_due(session: Session, now: datetime, limit: int) -> Sequence[Answer]:
    """Unsent ones whose time has come, oldest first, locked for this transaction."""
    query = (
        select(Answer)
        .where(Answer.sent_at.is_(None), Answer.dropped_at.is_(None), Answer.goes_out_at <= now)
        .order_by(Answer.goes_out_at, Answer.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return (await session.scalars(query)).all()


async def list_answers(session: Session, view: AppealView) -> Sequence[Answer]:
    """What went out, oldest first. Raises NotYours where the viewer may not read the words."""
    if not view.shows_words:
        raise NotYours
    query = select(Answer).where(Answer.appeal_id == view.appeal.id, Answer.sent_at.is_not(None))
    return (await session.scalars(query.order_by(Answer.sent_at, Answer.id))).all()


async def _settle(session: Session, answer: Answer, **values: object) -> bool:
    result = await session.execute(
        update(Answer)
        .where(Answer.id == answer.id, Answer.sent_at.is_(None), Answer.dropped_at.is_(None))
        .values(**values)
        .returning(Answer.id)
    )
    return result.one_or_none() is not None
