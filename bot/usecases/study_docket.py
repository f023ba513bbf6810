"""Which matters a grid's study meeting speaks of, as the rules want to know them, in their order."""

from collections.abc import Sequence

from bot.rules.calendar import count_working_days, day_of
from bot.rules.docket import Entry, Kind, docket
from bot.rules.errors import NotYours
from bot.rules.lifecycle import Status
from bot.usecases.tick import Tick
from bot.usecases.turn import Turn
from nlp.kinds import Urgency
from storage.access import AppealView, access_appeal, access_appeal_by_the_clock
from storage.common_issues import list_members
from storage.dockets import list_docket_appeals, list_docket_issues
from storage.grids import list_leads
from storage.issue_acts import find_merged_into
from storage.models import Appeal, Grid, StudyDecision, StudyItem
from storage.study_meetings import NewItem, list_unfinished, record_decision_finished
from storage.viewers import Viewer, find_viewer_in_office

Found = tuple[Entry, NewItem]


async def find_docket(turn: Turn | Tick, grid: Grid) -> list[Found]:
    """Only what every lead of the grid may know of: they run it together, and all of them get its minutes."""
    leads = [await find_viewer_in_office(turn.session, lead.id) for lead in await list_leads(turn.session, grid.id)]
    found: dict[tuple[Kind, int], Found] = {}
    for entry, item in [*await _unfinished(turn, grid, leads), *await _issues(turn, grid)]:
        found[entry.kind, entry.row] = entry, item
    for appeal in await list_docket_appeals(turn.session, grid, turn.now):
        if await _all_see(turn, leads, appeal):
            entry = entry_of(turn, Kind.APPEAL, appeal.id, [appeal])
            found[Kind.APPEAL, appeal.id] = entry, NewItem(appeal_id=appeal.id)
    return [found[entry.kind, entry.row] for entry in docket(entry for entry, _ in found.values())]


def entry_of(turn: Turn | Tick, kind: Kind, row: int, appeals: Sequence[Appeal]) -> Entry:
    """Of at least one appeal."""
    return Entry(
        kind,
        row,
        frozenset(appeal.id for appeal in appeals),
        households=len({appeal.household_id for appeal in appeals}),
        since=min(appeal.filed_at for appeal in appeals),
        overdue=max(_overdue(turn, appeal) for appeal in appeals),
        is_urgent=any(appeal.urgency == Urgency.URGENT for appeal in appeals),
        is_danger=any(appeal.danger is not None for appeal in appeals),
    )


def _overdue(turn: Turn | Tick, appeal: Appeal) -> int:
    """Working days; the red card is shown from the first moment."""
    if appeal.due_at is None or turn.now < appeal.due_at or not Status(appeal.status).is_open:
        return 0
    return max(1, count_working_days(turn.calendar, day_of(appeal.due_at), day_of(turn.now)))


async def _issues(turn: Turn | Tick, grid: Grid) -> list[Found]:
    found = []
    for issue in await list_docket_issues(turn.session, grid):
        members = await list_open_members(turn, issue.id)
        if members:
            found.append((entry_of(turn, Kind.ISSUE, issue.id, members), NewItem(issue_id=issue.id)))
    return found


async def list_open_members(turn: Turn | Tick, issue_id: int) -> list[Appeal]:
    """Public ones alone."""
    return [appeal for appeal in await list_members(turn.session, issue_id) if Status(appeal.status).is_open]


async def _unfinished(turn: Turn | Tick, grid: Grid, leads: Sequence[Viewer]) -> list[Found]:
    """What has been answered meanwhile is done, and does not come back."""
    found = []
    for decision, item in await list_unfinished(turn.session, grid.id):
        appeals = await list_open_of(turn, item)
        if not appeals:
            await record_decision_finished(turn.session, decision, turn.now)
        elif item.issue_id or await _all_see(turn, leads, appeals[0]):
            found.append((entry_of(turn, Kind.DECISION, decision.id, appeals), _again(item, decision)))
    return found


def _again(item: StudyItem, decision: StudyDecision) -> NewItem:
    return NewItem(item.appeal_id, item.issue_id, came_back_from_id=decision.item_id)


async def list_open_of(turn: Turn | Tick, item: StudyItem) -> list[Appeal]:
    """The appeals that the item is about and that still wait for an answer, wherever its issue was merged into."""
    if item.issue_id is not None:
        return await list_open_members(turn, await find_merged_into(turn.session, item.issue_id))
    appeal = await access_appeal_by_the_clock(turn.session, item.appeal_id or 0)
    return [appeal] if Status(appeal.status).is_open else []


async def _all_see(turn: Turn | Tick, leads: Sequence[Viewer], appeal: Appeal) -> bool:
    try:
        for lead in leads:
            await access_to_study(turn, lead, appeal.id)
    except NotYours:
        return False
    return True


async def access_to_study(turn: Turn | Tick, viewer: Viewer, appeal_id: int) -> AppealView:
    """Raises NotYours also where it is not for everybody and was taken out of the viewer's hands: they know its number
    still, and decide nothing of it."""
    view = await access_appeal(turn.session, viewer, appeal_id)
    if not (view.is_public or view.actors):
        raise NotYours
    return view
