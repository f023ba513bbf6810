"""What may stand in a grid's docket, as plain rows: whoever is shown one is asked about by `access_appeal`."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, select

from bot.rules.lifecycle import Status
from storage.engine import Session
from storage.grids import list_villages
from storage.models import Appeal, AppealEvent, CommonIssue, CommonIssueMember, Grid

_OPEN = tuple(status for status in Status if status.is_open)


async def list_docket_appeals(session: Session, grid: Grid, now: datetime) -> Sequence[Appeal]:
    """Open ones of the grid's villages that were passed up to its level and are with no unit, and those that have
    reached it and are overdue; by due time."""
    escalated = (Appeal.level == grid.level) & Appeal.holder_unit_id.is_(None)
    reached = exists().where(AppealEvent.appeal_id == Appeal.id, AppealEvent.to_grid_id == grid.id)
    query = select(Appeal).where(Appeal.status.in_(_OPEN), escalated | (Appeal.due_at <= now) & reached)
    query = query.where(Appeal.grid_id.in_(await list_villages(session, grid.id)))
    return (await session.scalars(query.order_by(Appeal.due_at, Appeal.id))).all()


async def list_docket_issues(session: Session, grid: Grid) -> Sequence[CommonIssue]:
    """Of the grid itself, and those of grids below with a member that was passed up to its level."""
    member = exists().where(
        CommonIssueMember.issue_id == CommonIssue.id,
        CommonIssueMember.left_at.is_(None),
        Appeal.id == CommonIssueMember.appeal_id,
        Appeal.status.in_(_OPEN),
    )
    villages = await list_villages(session, grid.id)
    passed_up = member.where(Appeal.level == grid.level, Appeal.grid_id.in_(villages))
    query = select(CommonIssue).where(member, (CommonIssue.grid_id == grid.id) | passed_up)
    return (await session.scalars(query.order_by(CommonIssue.id))).all()
