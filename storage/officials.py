"""Officials, and the accounts they act from."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Account, Official, OfficialAccount
from storage.remembered import remembered

_OF_ACCOUNT = (
    select(Official)
    .join(OfficialAccount, OfficialAccount.official_id == Official.id)
    .where(OfficialAccount.account_id == bindparam("account"), OfficialAccount.until.is_(None))
    .where(Official.left_at.is_(None))
)
_ACCOUNTS = (
    select(Account)
    .join(OfficialAccount, OfficialAccount.account_id == Account.id)
    .where(OfficialAccount.official_id == bindparam("official"), OfficialAccount.until.is_(None))
    .order_by(Account.id)
)


async def find_official(session: Session, no: str) -> Official | None:
    return (await session.scalars(select(Official).where(Official.no == no))).one_or_none()


@remembered(Official)
async def access_official(session: Session, official_id: int) -> Official:
    """By a key of ours; also one who has left."""
    return await session.get_one(Official, official_id)


async def find_official_in_office(session: Session, official_id: int) -> Official | None:
    """The key may come from a tap."""
    official = await session.get(Official, official_id)
    return official if official is not None and official.left_at is None else None


@remembered(Official, OfficialAccount)
async def find_official_of_account(session: Session, account_id: int) -> Official | None:
    """As whom the account acts; nobody who has left office."""
    return (await session.scalars(_OF_ACCOUNT, {"account": account_id})).one_or_none()


async def list_officers(session: Session, unit_id: int) -> Sequence[Official]:
    """Those of the unit in office."""
    query = select(Official).where(Official.unit_id == unit_id, Official.left_at.is_(None))
    return (await session.scalars(query.order_by(Official.no))).all()


@remembered(OfficialAccount)
async def list_accounts_of_official(session: Session, official_id: int) -> Sequence[Account]:
    """Where the official can be written to; empty where they are not linked."""
    return (await session.scalars(_ACCOUNTS, {"official": official_id})).all()


async def add_official_account(
    session: Session, official_id: int, account_id: int, confirmed_by: int | None, now: datetime
) -> bool:
    """False where the account acts as somebody already."""
    row = {"official_id": official_id, "account_id": account_id, "since": now, "confirmed_by": confirmed_by}
    return bool(await insert_new(session, OfficialAccount, [row]))


async def record_official_account_ended(session: Session, official_id: int, account_id: int, now: datetime) -> bool:
    """False where the account did not act as this official."""
    result = await session.execute(
        update(OfficialAccount)
        .where(OfficialAccount.official_id == official_id, OfficialAccount.account_id == account_id)
        .where(OfficialAccount.until.is_(None))
        .values(until=now)
        .returning(OfficialAccount.id)
    )
    return result.one_or_none() is not None
