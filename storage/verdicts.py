"""What the author says of an answer; silence is kept as silence."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from bot.rules.lifecycle import Status
from bot.rules.lifecycle import Verdict as VerdictValue
from storage.engine import Session
from storage.models import Answer, Appeal, Verdict

_OF_APPEAL = Verdict.appeal_id == bindparam("appeal")
_LATEST = select(Verdict).where(_OF_APPEAL).order_by(Verdict.id.desc()).limit(1)
_HALVES = select(func.count()).select_from(Verdict).where(_OF_APPEAL, Verdict.value == VerdictValue.HALF)


async def add_verdict_asked(session: Session, answer: Answer, account_id: int, now: datetime) -> Verdict:
    """One for each answer: raises IntegrityError where it was asked before."""
    verdict = Verdict(appeal_id=answer.appeal_id, answer_id=answer.id, account_id=account_id, asked_at=now)
    session.add(verdict)
    await session.flush()
    return verdict


async def find_verdict(session: Session, appeal_id: int) -> Verdict | None:
    """The one on the latest answer."""
    return (await session.scalars(_LATEST, {"appeal": appeal_id})).first()


async def list_judged(session: Session, answer_ids: Iterable[int]) -> dict[int, VerdictValue]:
    """The verdict on each of these answers that was judged."""
    query = select(Verdict.answer_id, Verdict.value).where(Verdict.answer_id.in_(list(answer_ids)))
    return {answer_id: VerdictValue(value) for answer_id, value in await session.execute(query) if value}


async def access_verdict(session: Session, verdict_id: int) -> Verdict:
    """By a key of ours."""
    return await session.get_one(Verdict, verdict_id)


async def find_halves(session: Session, appeal_id: int) -> int:
    """How often the appeal was called half solved."""
    return await session.scalar(_HALVES, {"appeal": appeal_id}) or 0


async def record_verdict(session: Session, verdict: Verdict, value: VerdictValue, now: datetime) -> None:
    """Given, or put right."""
    verdict.value, verdict.judged_at = value, now
    await session.flush()


async def record_missing(session: Session, verdict: Verdict, words: str) -> None:
    """What is not solved, in their own words."""
    verdict.missing = words
    await session.flush()


async def record_verdict_asked_again(session: Session, verdict: Verdict, now: datetime) -> bool:
    """False where it was asked again, or given, before."""
    result = await session.execute(
        update(Verdict)
        .where(Verdict.id == verdict.id, Verdict.asked_again_at.is_(None), Verdict.value.is_(None))
        .values(asked_again_at=now)
        .returning(Verdict.id)
    )
    return result.one_or_none() is not None


async def list_silent_verdicts(
    session: Session, asked_before: datetime, limit: int, *, were_asked_again: bool
) -> Sequence[Verdict]:
    """Asked by then and not given, of appeals that wait for nothing else; oldest first."""
    again = Verdict.asked_again_at.is_not(None) if were_asked_again else Verdict.asked_again_at.is_(None)
    query = (
        select(Verdict)
        .join(Appeal, Appeal.id == Verdict.appeal_id)
        .where(Verdict.value.is_(None), Verdict.asked_at <= asked_before, Appeal.status == Status.ANSWERED, again)
        .order_by(Verdict.asked_at, Verdict.id)
        .limit(limit)
    )
    return (await session.scalars(query)).all()
