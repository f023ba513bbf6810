"""What passes on when another cadre answers for households, or an official leaves."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, exists, func, insert, select, update

from bot.rules.levels import Level
from bot.rules.lifecycle import Status
from bot.rules.numbers import COUNTY_SERIES
from storage.engine import Session
from storage.models import (
    Account,
    Appeal,
    AppealBarred,
    ContactLink,
    GridLead,
    Household,
    HouseholdMember,
    Official,
    OfficialAccount,
    OpenQuestion,
)

_OPEN = tuple(status for status in Status if status.is_open)
_WAITING = (*_OPEN, Status.ANSWERED)
"""A verdict may bring back what is answered."""


async def record_households_handed_over(
    session: Session, household_ids: Sequence[int], after: int | None, reason: str, now: datetime
) -> None:
    """The links that end are closed and stay known; `after` None: the village lead's."""
    current = update(ContactLink).where(ContactLink.household_id.in_(household_ids), ContactLink.until.is_(None))
    await session.execute(current.values(until=now).execution_options(synchronize_session="fetch"))
    if after is not None:
        fixed = {"official_id": after, "since": now, "reason": reason}
        await session.execute(insert(ContactLink), [fixed | {"household_id": one} for one in household_ids])


async def list_households_in(
    session: Session, official_id: int, villages: Collection[int] | None
) -> Sequence[Household]:
    """The cadre's in these villages, or wherever they are, by code."""
    query = select(Household).join(ContactLink, ContactLink.household_id == Household.id)
    query = query.where(ContactLink.official_id == official_id, ContactLink.until.is_(None))
    if villages is not None:
        query = query.where(Household.grid_id.in_(villages))
    return (await session.scalars(query.order_by(Household.code))).all()


async def list_cadres_in(session: Session, villages: Collection[int]) -> Sequence[Official]:
    """Whoever households of these villages are linked with, be it somebody who has left."""
    query = select(ContactLink.official_id).join(Household, Household.id == ContactLink.household_id)
    linked = query.where(Household.grid_id.in_(villages), ContactLink.until.is_(None))
    return (await session.scalars(select(Official).where(Official.id.in_(linked)).order_by(Official.no))).all()


async def list_officials_called(session: Session, words: str) -> Sequence[Official]:
    """By number, else by name; those in office."""
    called = (Official.no == words) | (Official.name == words)
    query = select(Official).where(called, Official.left_at.is_(None)).order_by(Official.no)
    return (await session.scalars(query)).all()


async def list_held_of_households(
    session: Session, official_id: int, household_ids: Collection[int]
) -> Sequence[Appeal]:
    """The appeals, open or not judged yet, that the cadre holds as theirs, by id and locked."""
    query = select(Appeal).where(
        _held_as_cadre(official_id), Appeal.status.in_(_WAITING), Appeal.household_id.in_(household_ids)
    )
    return (await session.scalars(_locked(query))).all()


async def list_held_by_name(session: Session, official_id: int) -> Sequence[Appeal]:
    """All that the official holds, open or not judged yet, by id and locked."""
    query = select(Appeal).where(Appeal.holder_official_id == official_id, Appeal.status.in_(_WAITING))
    return (await session.scalars(_locked(query))).all()


async def list_held_as_former_lead(session: Session, since: datetime) -> Sequence[Appeal]:
    """What is with somebody as the lead of a grid that they stopped to lead at that moment, though they are still in
    office; open or not judged yet, by id and locked."""
    held_as_lead = (GridLead.grid_id == Appeal.holder_grid_id, GridLead.official_id == Appeal.holder_official_id)
    stopped = exists().where(*held_as_lead, GridLead.until == since)
    leads = exists().where(*held_as_lead, GridLead.until.is_(None))
    in_office = exists().where(Official.id == Appeal.holder_official_id, Official.left_at.is_(None))
    query = select(Appeal).where(Appeal.level != Level.CADRE, Appeal.status.in_(_WAITING), stopped, ~leads, in_office)
    return (await session.scalars(_locked(query))).all()


async def count_public_held(session: Session, official_id: int, household_ids: Collection[int]) -> int:
    """Of what would pass on: only what anybody may hear a number of."""
    is_barred = exists().where(AppealBarred.appeal_id == Appeal.id)
    query = select(func.count()).where(
        _held_as_cadre(official_id), Appeal.status.in_(_OPEN), Appeal.household_id.in_(household_ids)
    )
    query = query.where(Appeal.is_private.is_(False), Appeal.series != COUNTY_SERIES, ~is_barred)
    return (await session.scalars(query)).one()


async def list_linked(session: Session, household_ids: Collection[int]) -> frozenset[int]:
    """Those of the households that somebody speaks for."""
    query = select(HouseholdMember.household_id).where(HouseholdMember.household_id.in_(household_ids))
    return frozenset(await session.scalars(query.where(HouseholdMember.until.is_(None)).distinct()))


async def list_all_linked(session: Session) -> frozenset[int]:
    """All households that somebody speaks for."""
    query = select(HouseholdMember.household_id).where(HouseholdMember.until.is_(None)).distinct()
    return frozenset(await session.scalars(query))


async def list_officials_with_phone(session: Session) -> frozenset[int]:
    query = select(OfficialAccount.official_id).where(OfficialAccount.until.is_(None)).distinct()
    return frozenset(await session.scalars(query))


async def list_households_by_id(session: Session, household_ids: Collection[int]) -> Sequence[Household]:
    """By code."""
    query = select(Household).where(Household.id.in_(household_ids)).order_by(Household.code)
    return (await session.scalars(query)).all()


async def list_homes_of_official(
    session: Session, phones: Sequence[Account], household_ids: Collection[int]
) -> frozenset[int]:
    """Those of the households that the official, on any of these phones, is a member of."""
    query = select(HouseholdMember.household_id).join(Account, Account.id == HouseholdMember.account_id)
    query = query.where(HouseholdMember.until.is_(None), HouseholdMember.household_id.in_(household_ids))
    return frozenset(await session.scalars(query.where(Account.user_id.in_([phone.user_id for phone in phones]))))


async def record_questions_closed(
    session: Session, phones: Sequence[Account], named: dict[str, frozenset[int]] | None = None
) -> None:
    """The open questions of these chats that name one of the rows in `named`, as `{"appeal": …}`; None: any at all."""
    for phone in phones:
        query = select(OpenQuestion).filter_by(bot_id=phone.bot_id, chat_id=phone.chat_id)
        for question in (await session.scalars(query)).all():
            if named is None or any(question.data.get(name) in rows for name, rows in named.items()):
                await session.delete(question)
    await session.flush()


def _held_as_cadre(official_id: int) -> ColumnElement[bool]:
    return (Appeal.holder_official_id == official_id) & (Appeal.level == Level.CADRE)


def _locked(query: Select[Appeal]) -> Select[Appeal]:
    return query.order_by(Appeal.id).with_for_update().execution_options(populate_existing=True)
