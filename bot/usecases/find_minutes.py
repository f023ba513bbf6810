"""The minutes of a study meeting for paper: what everybody who attends may read aloud."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.levels import Level
from bot.rules.numbers import COUNTY_SERIES, number_for_officials
from bot.rules.terms import Policy
from storage.access import access_appeal_by_the_clock
from storage.barred import find_barred
from storage.common_issues import access_issue, count_households
from storage.engine import Session
from storage.grids import access_grid, access_unit
from storage.heads import find_head
from storage.issue_acts import find_merged_into
from storage.models import Grid, ItemStatus, StudyItem
from storage.public import is_public
from storage.study_meetings import find_decision, find_meeting, list_helpers, list_items


@dataclass(frozen=True)
class Decided:
    """`measure` and units are empty of what is not public, and `unit` where the grid does it itself."""

    measure: str = ""
    unit: str = ""
    helpers: Sequence[str] = ()
    head: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True)
class Minute:
    """`number` is empty for a common issue."""

    position: int
    number: str
    category: str
    households: int
    is_public: bool
    status: ItemStatus
    decided: Decided


@dataclass(frozen=True)
class Minutes:
    no: int
    grid: str
    held_at: datetime
    rows: Sequence[Minute]


async def find_minutes(session: Session, policy: Policy, meeting_id: int) -> Minutes | None:
    meeting = await find_meeting(session, meeting_id)
    if meeting is None:
        return None
    grid = await access_grid(session, meeting.grid_id)
    told = [item for item in await list_items(session, meeting.id) if not await _is_kept_from_somebody(session, item)]
    rows = [await _minute(session, policy, grid, item, place) for place, item in enumerate(told, start=1)]
    return Minutes(meeting.id, grid.name, meeting.opened_at, rows)


async def _is_kept_from_somebody(session: Session, item: StudyItem) -> bool:
    """Paper goes from hand to hand: what an official may not know of is not on it at all, nor is its number missed."""
    if item.appeal_id is None:
        return False
    appeal = await access_appeal_by_the_clock(session, item.appeal_id)
    return appeal.series == COUNTY_SERIES or bool(await find_barred(session, appeal.id))


async def _minute(session: Session, policy: Policy, grid: Grid, item: StudyItem, place: int) -> Minute:
    if item.issue_id is not None:
        issue = await access_issue(session, item.issue_id)
        number, category, shows = "", issue.category, True
        households = await count_households(session, await find_merged_into(session, issue.id))
    else:
        appeal = await access_appeal_by_the_clock(session, item.appeal_id or 0)
        number, category = number_for_officials(appeal.series, appeal.number), appeal.category
        shows, households = await is_public(session, appeal), 1
    decided = await _decided(session, grid, item, shows_words=shows)
    name, status = policy.categories[category].name, ItemStatus(item.status)
    return Minute(place, number, name, households, shows, status, decided)


async def _decided(session: Session, grid: Grid, item: StudyItem, *, shows_words: bool) -> Decided:
    decision = await find_decision(session, item.id)
    if decision is None or decision.measure is None:
        return Decided()
    if not shows_words:
        return Decided(due_at=decision.due_at)
    unit = await access_unit(session, decision.unit_id) if decision.unit_id else None
    head = await find_head(session, unit.id) if unit and grid.level == Level.COUNTY else None
    return Decided(
        measure=decision.measure,
        unit=unit.name if unit else "",
        helpers=[helper.name for helper in await list_helpers(session, decision.id)],
        head=head.name if head else "",
        due_at=decision.due_at,
    )
