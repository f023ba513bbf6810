"""An item of a docket as one lead may know it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.rules.docket import Entry, Kind
from bot.rules.errors import AlreadySo, NotNow, NotYours
from bot.rules.numbers import number_for_officials
from bot.usecases.study_docket import access_to_study, entry_of, list_open_of
from bot.usecases.turn import Turn
from storage.access import access_appeal
from storage.common_issues import list_members
from storage.issue_acts import find_merged_into
from storage.models import Appeal, ItemStatus, StudyItem, StudyMeeting
from storage.study_meetings import access_item, access_meeting, list_items
from storage.viewers import Viewer, find_viewer

UNDECIDED = (ItemStatus.OPEN, ItemStatus.SKIPPED)


@dataclass(frozen=True)
class Shown:
    """`appeals` wait for an answer still. `number` is none for a common issue; `title` stays none where words may not
    be told."""

    item: StudyItem
    appeals: Sequence[Appeal]
    category: str
    number: str
    is_public: bool
    title: str | None
    entry: Entry

    @property
    def data(self) -> dict[str, Any]:
        """What every sentence about an item asks for."""
        return {
            "position": self.item.position,
            "number": self.number,
            "category": self.category,
            "count": self.entry.households,
            "late": self.entry.overdue,
            "form": "public" if self.is_public else "private",
        }


async def viewer_of(turn: Turn) -> Viewer:
    return await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)


async def access_open_meeting(turn: Turn, meeting_id: int) -> StudyMeeting:
    """Raises NotYours; AlreadySo where it is over."""
    meeting = await access_meeting(turn.session, await viewer_of(turn), meeting_id)
    if meeting.closed_at is not None:
        raise AlreadySo
    return meeting


async def access_undecided(turn: Turn, item_id: int) -> tuple[StudyMeeting, Shown]:
    """Raises NotYours; AlreadySo where it was decided, or the meeting is over; NotNow where nobody waits any more."""
    viewer = await viewer_of(turn)
    meeting, item = await access_item(turn.session, viewer, item_id)
    shown = await find_shown(turn, viewer, item)
    if item.status not in UNDECIDED or meeting.closed_at is not None:
        raise AlreadySo
    if not shown.appeals:
        raise NotNow
    return meeting, shown


async def list_shown(turn: Turn, viewer: Viewer, meeting: StudyMeeting) -> list[Shown]:
    """Without what the viewer may not know of."""
    shown = []
    for item in await list_items(turn.session, meeting.id):
        try:
            shown.append(await find_shown(turn, viewer, item))
        except NotYours:
            continue
    return shown


async def find_shown(turn: Turn, viewer: Viewer, item: StudyItem) -> Shown:
    """Raises NotYours where it is about an appeal that the viewer may not know of."""
    waiting = await list_open_of(turn, item)
    if item.appeal_id is None:
        return await _issue(turn, viewer, item, waiting)
    view = await access_to_study(turn, viewer, item.appeal_id)
    appeal = view.appeal
    return Shown(
        item=item,
        appeals=waiting,
        category=turn.policy.categories[appeal.category].name,
        number=number_for_officials(appeal.series, appeal.number),
        is_public=view.is_public,
        title=view.title if view.is_public else None,
        entry=entry_of(turn, Kind.APPEAL, appeal.id, [appeal]),
    )


async def _issue(turn: Turn, viewer: Viewer, item: StudyItem, waiting: Sequence[Appeal]) -> Shown:
    """Raises NotYours where nobody is left whom it could tell of."""
    issue_id = await find_merged_into(turn.session, item.issue_id or 0)
    members = waiting or await list_members(turn.session, issue_id)
    if not members:
        raise NotYours
    return Shown(
        item=item,
        appeals=waiting,
        category=turn.policy.categories[members[0].category].name,
        number="none",
        is_public=True,
        title=await _title(turn, viewer, members),
        entry=entry_of(turn, Kind.ISSUE, issue_id, members),
    )


async def list_numbers(turn: Turn, viewer: Viewer, shown: Shown) -> list[str]:
    """Of an issue's appeals that wait: those that the viewer may know of."""
    numbers = []
    for appeal in shown.appeals if shown.item.issue_id else ():
        try:
            await access_appeal(turn.session, viewer, appeal.id)
        except NotYours:
            continue
        numbers.append(number_for_officials(appeal.series, appeal.number))
    return numbers


async def _title(turn: Turn, viewer: Viewer, appeals: Sequence[Appeal]) -> str | None:
    """In the words of the first whose words the viewer may read."""
    for appeal in appeals:
        try:
            view = await access_appeal(turn.session, viewer, appeal.id)
        except NotYours:
            continue
        if view.title:
            return view.title
    return None
