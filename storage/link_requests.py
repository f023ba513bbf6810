"""Accounts that ask to be linked, until somebody decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Household, LinkDecision, LinkRequest


@dataclass(frozen=True)
class NewLinkRequest:
    account_id: int
    name: str
    invitation_id: int | None = None
    household_id: int | None = None
    official_id: int | None = None


async def add_link_request(session: Session, new: NewLinkRequest, now: datetime) -> bool:
    """False where the same is asked already and not decided."""
    return bool(await insert_new(session, LinkRequest, [vars(new) | {"asked_at": now}]))


async def find_link_request(session: Session, request_id: int) -> LinkRequest | None:
    return await session.get(LinkRequest, request_id)


async def find_open_link_request(
    session: Session, account_id: int, *, household_id: int | None = None, official_id: int | None = None
) -> LinkRequest | None:
    """The account's own, for that household or as that official."""
    target = LinkRequest.household_id == household_id if household_id else LinkRequest.official_id == official_id
    query = select(LinkRequest).where(LinkRequest.account_id == account_id, target, LinkRequest.decided_at.is_(None))
    return (await session.scalars(query)).one_or_none()


async def find_last_link_request(session: Session, account_id: int) -> LinkRequest | None:
    """The household that the account asked for last, whatever became of it."""
    query = select(LinkRequest).where(LinkRequest.account_id == account_id, LinkRequest.household_id.is_not(None))
    return (await session.scalars(query.order_by(LinkRequest.id.desc()).limit(1))).first()


async def find_askers_since(session: Session, invitation_id: int, since: datetime) -> frozenset[int]:
    """The accounts that asked by this card."""
    query = select(LinkRequest.account_id).where(
        LinkRequest.invitation_id == invitation_id, LinkRequest.asked_at >= since
    )
    return frozenset(await session.scalars(query))


async def was_refused_since(session: Session, invitation_id: int, account_id: int, since: datetime) -> bool:
    """Whether the account asked by this card then, and the answer was no."""
    query = select(LinkRequest.id).where(
        LinkRequest.invitation_id == invitation_id,
        LinkRequest.account_id == account_id,
        LinkRequest.decision == LinkDecision.REFUSED,
        LinkRequest.decided_at >= since,
    )
    return (await session.scalars(query.limit(1))).first() is not None


async def list_open_link_requests_of_household(session: Session, household_id: int) -> Sequence[LinkRequest]:
    query = select(LinkRequest).where(LinkRequest.household_id == household_id, LinkRequest.decided_at.is_(None))
    return (await session.scalars(query.order_by(LinkRequest.id))).all()


async def list_open_link_requests_of_village(session: Session, village_id: int) -> Sequence[LinkRequest]:
    query = (
        select(LinkRequest)
        .join(Household, Household.id == LinkRequest.household_id)
        .where(Household.grid_id == village_id, LinkRequest.decided_at.is_(None))
    )
    return (await session.scalars(query.order_by(LinkRequest.id))).all()


async def list_open_link_requests_of_officials(session: Session) -> Sequence[LinkRequest]:
    """For the county office, which confirms officials."""
    query = select(LinkRequest).where(LinkRequest.official_id.is_not(None), LinkRequest.decided_at.is_(None))
    return (await session.scalars(query.order_by(LinkRequest.id))).all()


async def list_open_link_requests_of_official(session: Session, official_id: int) -> Sequence[LinkRequest]:
    query = select(LinkRequest).where(LinkRequest.official_id == official_id, LinkRequest.decided_at.is_(None))
    return (await session.scalars(query.order_by(LinkRequest.id))).all()


async def record_link_request_decided(
    session: Session,
    request_id: int,
    decision: LinkDecision,
    now: datetime,
    *,
    by_account: int | None = None,
    by_official: int | None = None,
) -> bool:
    """False where somebody decided it before."""
    result = await session.execute(
        update(LinkRequest)
        .where(LinkRequest.id == request_id, LinkRequest.decided_at.is_(None))
        .values(decision=decision, decided_at=now, decided_by_account=by_account, decided_by_official=by_official)
        .returning(LinkRequest.id)
    )
    return result.one_or_none() is not None
