"""In whose hands every open appeal is, and which answers wait to be judged: ids only, nobody's words."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from bot.rules.lifecycle import Status
from bot.rules.numbers import number_for_officials
from storage.engine import Session
from storage.models import Account, Answer, Appeal, GridLead, Official, Verdict

_OPEN = tuple(status for status in Status if status.is_open)


class InHand(NamedTuple):
    """`name`: as officials call it; `official`: who has it, or leads or serves whatever has it; `is_new`: not accepted
    yet."""

    appeal: int
    name: str
    epoch: int
    is_new: bool
    level: str
    official: int


class ToJudge(NamedTuple):
    answer: int
    appeal: int
    name: str
    user: int


async def list_in_hands(session: Session) -> Sequence[InHand]:
    """By id."""
    lead = select(func.min(GridLead.official_id)).where(GridLead.grid_id == Appeal.holder_grid_id)
    officer = select(func.min(Official.id)).where(Official.unit_id == Appeal.holder_unit_id)
    official = func.coalesce(
        Appeal.holder_official_id, officer.scalar_subquery(), lead.where(GridLead.until.is_(None)).scalar_subquery()
    )
    query = select(
        Appeal.id, Appeal.series, Appeal.number, Appeal.epoch, Appeal.accept_by.is_not(None), Appeal.level, official
    )
    rows = await session.execute(query.where(Appeal.status.in_(_OPEN)).order_by(Appeal.id))
    return [
        InHand(id_, number_for_officials(series, number), epoch, is_new, level, whose)
        for id_, series, number, epoch, is_new, level, whose in rows
    ]


async def list_to_judge(session: Session, since: datetime) -> Sequence[ToJudge]:
    """Of answers that went out since then, by id."""
    query = (
        select(Verdict.answer_id, Appeal.id, Appeal.series, Appeal.number, Account.user_id)
        .join(Answer, Answer.id == Verdict.answer_id)
        .join(Appeal, Appeal.id == Verdict.appeal_id)
        .join(Account, Account.id == Verdict.account_id)
        .where(Verdict.value.is_(None), Answer.sent_at >= since)
        .order_by(Verdict.id)
    )
    rows = await session.execute(query)
    return [
        ToJudge(answer, appeal, number_for_officials(series, number), user)
        for answer, appeal, series, number, user in rows
    ]
