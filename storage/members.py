"""Who speaks for a household."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Account, Household, HouseholdMember

_ACCOUNTS = (
    select(Account)
    .join(HouseholdMember, HouseholdMember.account_id == Account.id)
    .where(HouseholdMember.household_id == bindparam("household"), HouseholdMember.until.is_(None))
    .order_by(HouseholdMember.id)
)
_HOUSEHOLDS = (
    select(Household)
    .join(HouseholdMember, HouseholdMember.household_id == Household.id)
    .where(HouseholdMember.account_id == bindparam("account"), HouseholdMember.until.is_(None))
    .order_by(HouseholdMember.id.desc())
)


@dataclass(frozen=True)
class Vouchers:
    """Who issued the card and who confirmed the person; nobody where that was the county office's."""

    issued_by: int | None = None
    confirmed_by_account: int | None = None
    confirmed_by_official: int | None = None


async def list_members(session: Session, household_id: int) -> Sequence[HouseholdMember]:
    query = (
        select(HouseholdMember)
        .where(HouseholdMember.household_id == household_id, HouseholdMember.until.is_(None))
        .order_by(HouseholdMember.id)
    )
    return (await session.scalars(query)).all()


async def find_member_of(session: Session, household_id: int, account_id: int) -> HouseholdMember | None:
    """None where the account does not speak for the household."""
    mine = select(HouseholdMember).filter_by(household_id=household_id, account_id=account_id)
    return (await session.scalars(mine.where(HouseholdMember.until.is_(None)))).one_or_none()


async def list_accounts_of_household(session: Session, household_id: int) -> Sequence[Account]:
    return (await session.scalars(_ACCOUNTS, {"household": household_id})).all()


async def list_households_of_account(session: Session, account_id: int) -> Sequence[Household]:
    """The one linked last first."""
    return (await session.scalars(_HOUSEHOLDS, {"account": account_id})).all()


async def find_member(session: Session, member_id: int) -> HouseholdMember | None:
    """Also one who has left."""
    return await session.get(HouseholdMember, member_id)


async def add_member(
    session: Session, household_id: int, account_id: int, name: str, vouchers: Vouchers, now: datetime
) -> bool:
    """False where the account speaks for the household already."""
    row = {"household_id": household_id, "account_id": account_id, "name": name, "since": now} | vars(vouchers)
    return bool(await insert_new(session, HouseholdMember, [row]))


async def record_member_left(session: Session, household_id: int, account_id: int, now: datetime) -> bool:
    """False where the account did not speak for the household."""
    result = await session.execute(
        update(HouseholdMember)
        .where(HouseholdMember.household_id == household_id, HouseholdMember.account_id == account_id)
        .where(HouseholdMember.until.is_(None))
        .values(until=now)
        .returning(HouseholdMember.id)
    )
    return result.one_or_none() is not None
