"""What officials do by hand with common issues: who, when, which appeals, and that it was undone."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update

from storage.common_issues import record_joined, record_title
from storage.engine import Session
from storage.models import Appeal, CommonIssue, CommonIssueMember, IssueAct, IssueActMember


async def add_act(session: Session, issue: CommonIssue, official_id: int, now: datetime) -> IssueAct:
    act = IssueAct(issue_id=issue.id, official_id=official_id, done_at=now)
    session.add(act)
    await session.flush()
    return act


async def find_act(session: Session, act_id: int) -> IssueAct | None:
    return await session.get(IssueAct, act_id, populate_existing=True)


async def list_acts(session: Session, issue_id: int, official_id: int) -> Sequence[IssueAct]:
    """What this official has done to the issue and not undone, newest first."""
    query = select(IssueAct).where(IssueAct.issue_id == issue_id, IssueAct.official_id == official_id)
    return (await session.scalars(query.where(IssueAct.undone_at.is_(None)).order_by(IssueAct.id.desc()))).all()


async def find_merged_into(session: Session, issue_id: int) -> int:
    """The issue that its members were moved to; itself where they were not, or are back."""
    query = (
        select(IssueAct.issue_id)
        .join(IssueActMember, IssueActMember.act_id == IssueAct.id)
        .join(CommonIssueMember, CommonIssueMember.id == IssueActMember.came_from_id)
        .where(CommonIssueMember.issue_id == issue_id, IssueAct.undone_at.is_(None))
        .order_by(IssueAct.id.desc())
        .limit(1)
    )
    found = await session.scalar(query)
    return issue_id if found is None else await find_merged_into(session, found)


async def record_put_in(
    session: Session, act: IssueAct, issue: CommonIssue, appeal: Appeal, account_id: int | None
) -> None:
    """Raises IntegrityError where the appeal is in an issue already."""
    member = await record_joined(session, issue, appeal, account_id, act.done_at)
    session.add(IssueActMember(act_id=act.id, member_id=member.id))
    await session.flush()


async def record_moved(
    session: Session, act: IssueAct, emptied: CommonIssue, issue: CommonIssue, appeals: Sequence[Appeal]
) -> None:
    """From one issue into the other; since when each shares the matter, and by whom, stays as it was."""
    for appeal in appeals:
        before = await _membership(session, emptied.id, appeal.id)
        before.left_at = act.done_at
        await session.flush()
        member = await record_joined(session, issue, appeal, before.joined_by_account_id, before.joined_at)
        session.add(IssueActMember(act_id=act.id, member_id=member.id, came_from_id=before.id))
    await record_title(session, emptied)


async def list_begun(session: Session, act: IssueAct) -> Sequence[tuple[CommonIssueMember, int | None]]:
    """The memberships that the act began and that still stand, each with the one that it ended."""
    query = (
        select(CommonIssueMember, IssueActMember.came_from_id)
        .join(IssueActMember, IssueActMember.member_id == CommonIssueMember.id)
        .where(IssueActMember.act_id == act.id, CommonIssueMember.left_at.is_(None))
        .order_by(CommonIssueMember.appeal_id)
    )
    return [(member, came_from) for member, came_from in await session.execute(query)]


async def record_act_undone(session: Session, act: IssueAct, now: datetime) -> bool:
    """False where it was undone before."""
    standing = update(IssueAct).where(IssueAct.id == act.id, IssueAct.undone_at.is_(None))
    return (await session.execute(standing.values(undone_at=now).returning(IssueAct.id))).one_or_none() is not None


async def record_taken_out(
    session: Session, member: CommonIssueMember, came_from_id: int | None, now: datetime
) -> None:
    """Back to where it came from, if from anywhere."""
    member.left_at = now
    await session.flush()
    if came_from_id is not None:
        before = await session.get_one(CommonIssueMember, came_from_id)
        before.left_at = None
        await record_title(session, await session.get_one(CommonIssue, before.issue_id))
    await record_title(session, await session.get_one(CommonIssue, member.issue_id))


async def _membership(session: Session, issue_id: int, appeal_id: int) -> CommonIssueMember:
    query = select(CommonIssueMember).filter_by(issue_id=issue_id, appeal_id=appeal_id)
    return (await session.scalars(query.where(CommonIssueMember.left_at.is_(None)))).one()
