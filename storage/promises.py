"""Due times of open appeals and the history that they come from: no words, and nobody's name."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import select

from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Status
from bot.rules.promises import Past
from storage.engine import Session
from storage.models import Appeal, AppealEvent

_OPEN = tuple(status for status in Status if status.is_open)


async def list_open_promises(session: Session, after: int, limit: int) -> Sequence[Appeal]:
    """Open appeals by id, those after that id; danger, which runs by the minute, is not among them."""
    query = select(Appeal).where(Appeal.id > after, Appeal.status.in_(_OPEN), Appeal.danger.is_(None))
    return (await session.scalars(query.order_by(Appeal.id).limit(limit))).all()


async def list_past(session: Session, appeal_ids: Collection[int]) -> dict[int, list[Past]]:
    """What happened to each, oldest first."""
    query = select(AppealEvent).where(AppealEvent.appeal_id.in_(appeal_ids), AppealEvent.is_told.is_(False))
    past: dict[int, list[Past]] = defaultdict(list)
    for event in await session.scalars(query.order_by(AppealEvent.id)):
        past[event.appeal_id].append(_past(event))
    return past


def _past(event: AppealEvent) -> Past:
    return Past(
        action=Action(event.action),
        before=Status(event.from_status) if event.from_status else None,
        level=Level(event.level),
        at=event.at,
        due_at=event.due_at,
        extended_by=event.data.get("days") if event.action == Action.EXTEND else None,
    )
