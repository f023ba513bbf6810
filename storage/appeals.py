"""Appeals: filed with a number and a first step, corrected, found again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from bot.rules.escalation import Holder
from bot.rules.lifecycle import Action, Status
from storage.barred import add_barred
from storage.engine import Session
from storage.models import Appeal, Grid, Household
from storage.numbers import COUNTY_SERIES, add_number
from storage.steps import By, Step, add_events, find_holder_columns


@dataclass(frozen=True)
class Reading:
    """What the text tells; `title` and `keywords` are their own words."""

    category: str
    keywords: Sequence[str]
    title: str
    urgency: str
    danger: str | None = None


@dataclass(frozen=True)
class NewAppeal:
    """An appeal before it has a number. `in_county_series` for violence at home; the barred always are."""

    household_id: int
    account_id: int | None
    by: By
    reading: Reading
    holder: Holder
    accept_by: datetime | None
    due_at: datetime
    card_not_before: datetime
    written_by_account_id: int | None = None
    written_by_official_id: int | None = None
    is_private: bool = False
    private_reason: str | None = None
    barred: Mapping[int, str] = field(default_factory=dict)
    """Official → why they must not know."""
    in_county_series: bool = False
    told: Sequence[Holder] = ()


async def add_appeal(session: Session, new: NewAppeal, now: datetime) -> Appeal:
    """File it: number, barred officials and the first step of its history."""
    village = (await session.scalars(select(Grid).join(Household).where(Household.id == new.household_id))).one()
    series = COUNTY_SERIES if new.barred or new.in_county_series else str(village.short_name)
    holder = await find_holder_columns(session, new.holder)
    appeal = Appeal(
        series=series,
        number=await add_number(session, series),
        household_id=new.household_id,
        grid_id=village.id,
        account_id=new.account_id,
        written_by_account_id=new.written_by_account_id,
        written_by_official_id=new.written_by_official_id,
        is_private=new.is_private,
        private_reason=new.private_reason,
        status=Status.FILED,
        level=new.holder.level,
        holder_official_id=holder.official_id,
        holder_unit_id=holder.unit_id,
        holder_grid_id=holder.grid_id,
        accept_by=new.accept_by,
        due_at=new.due_at,
        epoch=0,
        filed_at=now,
        card_not_before=new.card_not_before,
        **vars(new.reading) | {"keywords": list(new.reading.keywords)},
    )
    session.add(appeal)
    await session.flush()
    for official_id, reason in new.barred.items():
        await add_barred(session, appeal, official_id, reason, now)
    step = Step(Action.FILE, new.by, Status.FILED, told=new.told)
    await add_events(session, appeal, step, None, holder, now)
    return appeal


async def find_appeal_by_number(session: Session, series: str, number: int) -> int | None:
    """Its id only: what it says is for `access_appeal`."""
    found: int | None = await session.scalar(select(Appeal.id).filter_by(series=series, number=number))
    return found


async def record_reading(session: Session, appeal: Appeal, reading: Reading) -> None:
    """Corrected, or read anew with words that were added; the step beside it is the caller's."""
    appeal.category, appeal.title = reading.category, reading.title
    appeal.keywords, appeal.urgency, appeal.danger = list(reading.keywords), reading.urgency, reading.danger
    await session.flush()


async def record_private(session: Session, appeal: Appeal, reason: str | None) -> None:
    """From now on its words are for the holder alone; the step beside it is the caller's."""
    appeal.is_private, appeal.private_reason = True, reason
    await session.flush()
