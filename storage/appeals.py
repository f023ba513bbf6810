"""Appeals: filed with a number and a first step, corrected, found again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from bot.rules.lifecycle import Action
from bot.rules.numbers import COUNTY_SERIES, series_of
from bot.rules.steps import Standing
from storage.appeal_keywords import add_keywords, record_keywords, record_keywords_gone
from storage.barred import add_barred
from storage.engine import Session
from storage.holders import find_holder_columns
from storage.models import Appeal, Grid, Household
from storage.numbers import add_number
from storage.steps import By, Step, add_events

_VILLAGE = select(Grid).join(Household).where(Household.id == bindparam("household"))


@dataclass(frozen=True)
class Reading:
    """What the text tells; `title` and `keywords` are their own words. By its `index_words` others like it find the
    appeal; without any, by its keywords."""

    category: str
    keywords: Sequence[str]
    title: str
    urgency: str
    danger: str | None = None
    index_words: Sequence[str] = ()


@dataclass(frozen=True)
class NewAppeal:
    """An appeal before it has a number.

    `account_id` is whose it is; nobody's where an official wrote it for a household. `standing` is as
    `bot.rules.steps.file` says. `is_hidden` for violence at home; whatever somebody is barred from is so anyway.
    """

    household_id: int
    account_id: int | None
    by: By
    reading: Reading
    standing: Standing
    card_not_before: datetime
    written_by_account_id: int | None = None
    written_by_official_id: int | None = None
    is_private: bool = False
    private_reason: str | None = None
    is_hidden: bool = False
    told: Iterable[int] = ()
    """Officials who hear of it at once without holding it."""


async def add_appeal(session: Session, new: NewAppeal, now: datetime) -> Appeal:
    """File it: number, barred officials and the first step of its history."""
    village = (await session.scalars(_VILLAGE, {"household": new.household_id})).one()
    series = series_of(str(village.short_name), is_hidden=new.is_hidden or bool(new.standing.barred))
    holder = await find_holder_columns(session, new.standing.holder)
    appeal = _row(new, now)
    appeal.grid_id, appeal.series = village.id, series
    appeal.number = await add_number(session, series)
    appeal.holder_official_id, appeal.holder_unit_id = holder.official_id, holder.unit_id
    appeal.holder_grid_id = holder.grid_id
    session.add(appeal)
    await session.flush()
    for official_id in new.standing.barred:
        await add_barred(session, appeal, official_id, new.standing.complaint, now)
    await add_events(session, appeal, Step(Action.FILE, new.by, new.standing, told=new.told), None, holder, now)
    if not appeal.is_private and series != COUNTY_SERIES:
        await add_keywords(session, appeal.id, village.parent_id, new.reading.index_words or new.reading.keywords)
    return appeal


async def find_appeal_by_number(session: Session, series: str, number: int) -> int | None:
    """Its id only: what it says is for `access_appeal`."""
    found: int | None = await session.scalar(select(Appeal.id).filter_by(series=series, number=number))
    return found


async def record_reading(session: Session, appeal: Appeal, reading: Reading) -> None:
    """Corrected, or read anew with words that were added; the step beside it is the caller's."""
    appeal.category, appeal.title = reading.category, reading.title
    is_found_otherwise = list(reading.keywords) != appeal.keywords
    appeal.keywords, appeal.urgency, appeal.danger = list(reading.keywords), reading.urgency, reading.danger
    await session.flush()
    if is_found_otherwise:
        await record_keywords(session, appeal, reading.index_words or reading.keywords)


async def record_author(session: Session, appeal: Appeal, account_id: int) -> None:
    """Nobody's until now."""
    appeal.account_id = account_id
    await session.flush()


async def record_private(session: Session, appeal: Appeal, reason: str | None) -> None:
    """From now on its words are for the holder alone; the step beside it is the caller's."""
    appeal.is_private, appeal.private_reason = True, reason
    await session.flush()
    await record_keywords_gone(session, appeal.id)


async def record_look_at(session: Session, appeal_id: int, look_at: datetime) -> None:
    """When the clock looks at it next, where nothing was to be done."""
    await session.execute(update(Appeal).where(Appeal.id == appeal_id).values(look_at=look_at))


def _row(new: NewAppeal, now: datetime) -> Appeal:
    return Appeal(
        household_id=new.household_id,
        account_id=new.account_id,
        written_by_account_id=new.written_by_account_id,
        written_by_official_id=new.written_by_official_id,
        is_private=new.is_private,
        private_reason=new.private_reason,
        status=new.standing.status,
        level=new.standing.holder.level,
        accept_by=new.standing.accept_by,
        due_at=new.standing.due_at,
        look_at=new.standing.look_at,
        epoch=new.standing.epoch,
        filed_at=now,
        card_not_before=new.card_not_before,
        category=new.reading.category,
        keywords=list(new.reading.keywords),
        title=new.reading.title,
        urgency=new.reading.urgency,
        danger=new.reading.danger,
    )
