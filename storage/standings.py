"""Where an appeal stands, read from its row and its history for the rules to decide on."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select

from bot.rules.escalation import Complaint, Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Status
from bot.rules.steps import Standing
from storage.barred import find_reasons
from storage.contact_links import find_cadre, was_cadre
from storage.engine import Session
from storage.holders import HolderColumns, find_holder, find_holder_of_columns
from storage.models import Appeal, AppealEvent
from storage.officials import access_official


class _Past(NamedTuple):
    """A step, as far as it tells where the appeal stands."""

    appeal_id: int
    action: str
    at: datetime
    level: str
    official_id: int | None
    unit_id: int | None
    grid_id: int | None

    @property
    def to(self) -> HolderColumns:
        return HolderColumns(self.official_id, self.unit_id, self.grid_id)


_PAST = (
    select(
        AppealEvent.appeal_id,
        AppealEvent.action,
        AppealEvent.at,
        AppealEvent.level,
        AppealEvent.to_official_id,
        AppealEvent.to_unit_id,
        AppealEvent.to_grid_id,
    )
    .where(AppealEvent.appeal_id.in_(bindparam("appeals", expanding=True)), AppealEvent.is_told.is_(False))
    .order_by(AppealEvent.id)
)


async def find_standing(session: Session, appeal: Appeal) -> Standing:
    """For `bot.rules.steps.take`; the appeal must be locked by `access_appeal` if a step is to follow."""
    return (await find_standings(session, [appeal]))[appeal.id]


async def find_standings(session: Session, appeals: Sequence[Appeal]) -> dict[int, Standing]:
    """By the appeals' ids."""
    steps: dict[int, list[_Past]] = {appeal.id: [] for appeal in appeals}
    for row in await session.execute(_PAST, {"appeals": list(steps)}):
        step = _Past(*row)
        steps[step.appeal_id].append(step)
    return {appeal.id: await _standing(session, appeal, steps[appeal.id]) for appeal in appeals}


async def _standing(session: Session, appeal: Appeal, steps: Sequence[_Past]) -> Standing:
    """`steps` are without those who were only told."""
    barred = await find_reasons(session, appeal.id)
    before_referral, referral = _last_referral(steps)
    referred_by = None
    if before_referral:
        referred_by = await find_holder_of_columns(session, Level(before_referral.level), before_referral.to)
        referred_by = await _or_vacant(session, appeal, referred_by)
    return Standing(
        status=Status(appeal.status),
        holder=await _or_vacant(session, appeal, await find_holder(session, appeal)),
        accept_by=appeal.accept_by,
        due_at=appeal.due_at,
        is_danger=appeal.danger is not None,
        complaint=_gravest(barred.values()),
        barred=frozenset(barred),
        held=frozenset(step.official_id for step in steps if step.official_id is not None),
        extended=frozenset(Level(step.level) for step in steps if step.action == Action.EXTEND),
        referred_by=referred_by,
        referred_at=referral.at if referral else None,
        category=appeal.category,
        epoch=appeal.epoch,
        look_at=appeal.look_at,
    )


async def _or_vacant(session: Session, appeal: Appeal, holder: Holder) -> Holder:
    """The place that somebody held who left office, or whose household passed to another cadre."""
    if holder.official is None:
        return holder
    cadre = await find_cadre(session, appeal.household_id)
    if cadre is not None and cadre.id == holder.official:
        return holder
    has_gone = (await access_official(session, holder.official)).left_at is not None
    if holder.level is Level.CADRE and holder.unit is None:
        has_gone = has_gone or await was_cadre(session, appeal.household_id, holder.official)
    return Holder(holder.level, unit=holder.unit) if has_gone else holder


def _last_referral(steps: Sequence[_Past]) -> tuple[_Past | None, _Past | None]:
    """The step by which it came to whoever referred it last, and the referral."""
    given: _Past | None = None
    before: _Past | None = None
    referral: _Past | None = None
    for step in steps:
        if step.action == Action.REFER:
            before, referral = given, step
        if step.to != HolderColumns(None, None, None):
            given = step
    return before, referral


def _gravest(reasons: Iterable[str]) -> Complaint:
    return max((Complaint(reason) for reason in reasons), key=list(Complaint).index, default=Complaint.NONE)
