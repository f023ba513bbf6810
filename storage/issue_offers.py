"""Who was asked whether to join with whom, and what they said: nobody is asked twice about the same two."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Select, exists, select, update

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import CommonIssueMember, CommonIssueOffer, IssueAct, IssueActMember


async def add_offer(session: Session, appeal_id: int, other_id: int, now: datetime) -> CommonIssueOffer | None:
    """None where it was made before."""
    row = {"appeal_id": appeal_id, "other_id": other_id, "offered_at": now}
    if not await insert_new(session, CommonIssueOffer, [row]):
        return None
    query = select(CommonIssueOffer).filter_by(appeal_id=appeal_id, other_id=other_id)
    return (await session.scalars(query)).one()


async def find_offer(session: Session, offer_id: int) -> CommonIssueOffer | None:
    """Whose it is is for the appeal's door."""
    return await session.get(CommonIssueOffer, offer_id, populate_existing=True)


async def record_offer_settled(session: Session, offer: CommonIssueOffer, now: datetime, *, is_agreed: bool) -> bool:
    """False where it was settled before."""
    settled = await session.execute(
        update(CommonIssueOffer)
        .where(CommonIssueOffer.id == offer.id, CommonIssueOffer.settled_at.is_(None))
        .values(settled_at=now, is_agreed=is_agreed)
        .returning(CommonIssueOffer.id)
    )
    return settled.one_or_none() is not None


async def list_asked(session: Session, appeal_ids: Iterable[int]) -> frozenset[int]:
    """Those whose authors were asked once, or have left an issue: they decide for themselves."""
    ids = list(appeal_ids)
    asked = select(CommonIssueOffer.appeal_id).where(CommonIssueOffer.appeal_id.in_(ids))
    return frozenset(await session.scalars(asked.union(_left(ids))))


async def list_refusing(session: Session, appeal_ids: Iterable[int]) -> frozenset[int]:
    """Those whose authors said 单独办, or have left an issue: nobody puts them into one."""
    ids = list(appeal_ids)
    refused = select(CommonIssueOffer.appeal_id).where(CommonIssueOffer.appeal_id.in_(ids))
    refused = refused.where(CommonIssueOffer.is_agreed.is_(False))
    return frozenset(await session.scalars(refused.union(_left(ids))))


def _left(appeal_ids: list[int]) -> Select[int]:
    """By themselves, and not because an official took them out or moved them."""
    left = select(CommonIssueMember.appeal_id).where(CommonIssueMember.appeal_id.in_(appeal_ids))
    return left.where(CommonIssueMember.left_at.is_not(None), ~_ended_by_hand())


def _ended_by_hand() -> ColumnElement[bool]:
    moved = exists().where(IssueActMember.came_from_id == CommonIssueMember.id)
    undone = exists().where(
        IssueActMember.member_id == CommonIssueMember.id,
        IssueAct.id == IssueActMember.act_id,
        IssueAct.undone_at == CommonIssueMember.left_at,
    )
    return moved | undone
