"""The register counted twice: from the appeals as they stand, and from their histories alone."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Row, case, func, select

from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Outcome, Status
from bot.rules.register import LevelCount, Register, Trace, add_up
from storage.engine import Session
from storage.models import Appeal, AppealEvent

_OPEN = tuple(status for status in Status if status.is_open)
_SOLVED = (Outcome.SOLVED, Outcome.PARTLY_SOLVED)


async def count_register(session: Session) -> Register:
    """Of all appeals, private ones too: it tells of nobody."""
    register = {level: LevelCount() for level in Level}
    visited = select(AppealEvent.appeal_id, AppealEvent.level).where(AppealEvent.is_told.is_(False)).distinct()
    reached = visited.subquery()
    arrivals = select(reached.c.level, func.count()).group_by(reached.c.level)
    for level, received in await session.execute(arrivals):
        register[Level(level)].received = received
    for level, is_open, solved, here in await _as_they_stand(session):
        count = register[Level(level)]
        count.open, count.solved, count.otherwise = is_open, solved, here - is_open - solved
    for count in register.values():
        count.passed_on = count.received - count.open - count.solved - count.otherwise
    return register


async def recount_register(session: Session) -> Register:
    """Step by step from the histories, reading nothing else."""
    columns = (AppealEvent.appeal_id, AppealEvent.action, AppealEvent.status, AppealEvent.level, AppealEvent.data)
    query = select(*columns).where(AppealEvent.is_told.is_(False)).order_by(AppealEvent.id)
    traces: dict[int, Trace] = defaultdict(Trace)
    async for step in await session.stream(query.execution_options(yield_per=10_000)):
        _follow(traces[step.appeal_id], step)
    return add_up(traces.values())


def _follow(trace: Trace, step: Row[int, str, str, str, dict[str, str]]) -> None:
    _, action, status, level, data = step
    trace.level, trace.status = Level(level), Status(status)
    trace.reached.add(trace.level)
    if action == Action.ANSWER:
        trace.outcome = Outcome(data["outcome"])
    elif trace.status.is_open:
        trace.outcome = None


async def _as_they_stand(session: Session) -> Sequence[Row[str, int, int, int]]:
    is_open = case((Appeal.status.in_(_OPEN), 1), else_=0)
    solved = case((Appeal.status.not_in(_OPEN) & Appeal.outcome.in_(_SOLVED), 1), else_=0)
    query = select(Appeal.level, func.sum(is_open), func.sum(solved), func.count()).group_by(Appeal.level)
    rows: Sequence[Row[str, int, int, int]] = (await session.execute(query)).all()
    return rows
