"""Common issues (共性问题): which appeals are linked, since when, and until when."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, distinct, func, select

from bot.rules.lifecycle import Status
from storage.engine import Session
from storage.grids import access_grid
from storage.models import Appeal, CommonIssue, CommonIssueMember, IssueOrigin
from storage.public import public


async def find_issue_of(session: Session, appeal_id: int) -> CommonIssue | None:
    """The one that it is in now."""
    query = select(CommonIssue).join(CommonIssueMember, CommonIssueMember.issue_id == CommonIssue.id)
    return (await session.scalars(query.where(_is_member(CommonIssueMember.appeal_id == appeal_id)))).one_or_none()


async def access_issue(session: Session, issue_id: int) -> CommonIssue:
    """By a key of ours; its title is for whoever may read its first member."""
    return await session.get_one(CommonIssue, issue_id)


async def list_issues_of(session: Session, appeal_ids: Iterable[int]) -> dict[int, int]:
    """The issue of each appeal that is in one."""
    these = _is_member(CommonIssueMember.appeal_id.in_(list(appeal_ids)))
    members = await session.scalars(select(CommonIssueMember).where(these))
    return {member.appeal_id: member.issue_id for member in members}


async def add_issue(session: Session, first: Appeal, origin: IssueOrigin, now: datetime) -> CommonIssue:
    """Without members yet; it tells of what the appeal tells."""
    issue = CommonIssue(
        grid_id=first.grid_id, title=first.title, category=first.category, origin=origin, created_at=now
    )
    session.add(issue)
    await session.flush()
    return issue


async def record_joined(
    session: Session, issue: CommonIssue, appeal: Appeal, account_id: int | None, now: datetime
) -> CommonIssueMember:
    """An issue of two villages is that of the grid above. Raises IntegrityError where the appeal is in one already."""
    member = CommonIssueMember(issue_id=issue.id, appeal_id=appeal.id, joined_at=now, joined_by_account_id=account_id)
    session.add(member)
    if appeal.grid_id != issue.grid_id:
        issue.grid_id = (await access_grid(session, appeal.grid_id)).parent_id or appeal.grid_id
    await session.flush()
    return member


async def record_left(session: Session, appeal_id: int, now: datetime) -> CommonIssue | None:
    """What it left; None where it was in none. Its words do not stay behind as the issue's title."""
    issue = await find_issue_of(session, appeal_id)
    if issue is None:
        return None
    member = (await session.scalars(select(CommonIssueMember).where(_is_member_of(issue, appeal_id)))).one()
    member.left_at = now
    await record_title(session, issue)
    return issue


async def record_title(session: Session, issue: CommonIssue) -> None:
    """That of its first member now."""
    await session.flush()
    staying = await list_members(session, issue.id)
    issue.title = staying[0].title if staying else ""
    await session.flush()


async def list_members(session: Session, issue_id: int) -> Sequence[Appeal]:
    """Those in it now that may be told of, the first to join first."""
    query = select(Appeal).join(CommonIssueMember, CommonIssueMember.appeal_id == Appeal.id)
    return (await session.scalars(query.where(_tells(issue_id)).order_by(CommonIssueMember.id))).all()


async def count_households(session: Session, issue_id: int) -> int:
    """How many share the matter."""
    query = select(func.count(distinct(Appeal.household_id))).join(
        CommonIssueMember, CommonIssueMember.appeal_id == Appeal.id
    )
    return await session.scalar(query.where(_tells(issue_id))) or 0


async def count_joined(session: Session, issue_id: int, since: datetime) -> int:
    """How many of these households came since then."""
    query = select(func.count(distinct(Appeal.household_id))).join(
        CommonIssueMember, CommonIssueMember.appeal_id == Appeal.id
    )
    return await session.scalar(query.where(_tells(issue_id), CommonIssueMember.joined_at >= since)) or 0


def _is_member(of: ColumnElement[bool]) -> ColumnElement[bool]:
    return of & CommonIssueMember.left_at.is_(None)


def _is_member_of(issue: CommonIssue, appeal_id: int) -> ColumnElement[bool]:
    return _is_member((CommonIssueMember.issue_id == issue.id) & (CommonIssueMember.appeal_id == appeal_id))


def _tells(issue_id: int) -> ColumnElement[bool]:
    """Asked of the appeal as it is today, so that nothing private is ever counted."""
    return _is_member(CommonIssueMember.issue_id == issue_id) & public() & (Appeal.status != Status.WITHDRAWN)
