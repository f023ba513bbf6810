"""The docket on a phone: numbered items, a button each, and what can be done with one of them."""

from typing import Any

from bot.rules.buttons import Button
from bot.rules.clauses import opening_of
from bot.rules.docket import summary
from bot.rules.levels import Level
from bot.usecases.list_hot_matters import HotRow, list_hot_matters
from bot.usecases.past_answers import list_past_answers
from bot.usecases.study_items import UNDECIDED, Shown, access_open_meeting, find_shown, list_shown, viewer_of
from bot.usecases.turn import Toast, Turn
from storage.grids import access_grid, list_villages
from storage.models import StudyMeeting
from storage.study_meetings import access_item
from storage.viewers import Viewer

_ON_A_PAGE, _GROWING = 8, 3
_LONGEST = 120


async def show_docket(turn: Turn, meeting_id: int, page: int) -> Toast:
    """Raises NotYours; AlreadySo where the meeting is over."""
    meeting = await access_open_meeting(turn, meeting_id)
    shown = await list_shown(turn, await viewer_of(turn), meeting)
    told, grid = summary([one.entry for one in shown]), await access_grid(turn.session, meeting.grid_id)
    first = page * _ON_A_PAGE
    buttons = [_item_button(one) for one in shown[first : first + _ON_A_PAGE]]
    if len(shown) > first + _ON_A_PAGE:
        buttons.append(Button("study-next-page", "study_docket", meeting.id, page + 1))
    buttons += [Button("desk-invite", "desk_invite"), Button("study-close", "study_close", meeting.id)]
    if page == 0:
        await _tell_what_grows(turn, grid.id)
    await turn.answer("study-docket", buttons=buttons, grid=grid.name, all=told.count, **vars(told))
    return Toast("study-toast")


async def _tell_what_grows(turn: Turn, grid_id: int) -> None:
    """Of the grid's villages, whether or not anybody has joined it to an issue; no word that only people know."""
    villages = await list_villages(turn.session, grid_id)
    rows = await list_hot_matters(turn.session, turn.policy, turn.now, _GROWING, villages)
    growing = [_line(row) for row in rows if row.heat.grows]
    if growing:
        await turn.answer("study-growing", matters=growing)


def _line(row: HotRow) -> dict[str, Any]:
    told = {"category": row.category, "words": list(row.words), "households": row.heat.households}
    return {"wording": "study-growing-matter", "data": told}


def _item_button(one: Shown) -> Button:
    mark = "✓" if one.item.status not in UNDECIDED else "🔴" if one.entry.presses else "🔵"
    data = {name: value for name, value in one.data.items() if name not in {"late", "form"}}
    return Button("study-item", "study_item", one.item.id, data={**data, "mark": mark})


async def open_item(turn: Turn, item_id: int) -> Toast:
    """Raises NotYours."""
    viewer = await viewer_of(turn)
    meeting, item = await access_item(turn.session, viewer, item_id)
    shown = await find_shown(turn, viewer, item)
    said: dict[str, Any] = {"since": shown.entry.since, "title": shown.title or "none", **shown.data}
    said |= {"back": "yes" if item.came_back_from_id else "no", **await _past(turn, viewer, shown)}
    await turn.answer("study-item-opened", buttons=await _buttons(turn, meeting, shown), **said)
    return Toast("study-toast")


async def _buttons(turn: Turn, meeting: StudyMeeting, shown: Shown) -> list[Button]:
    look = [Button("study-issue", "study_issue", shown.item.id)] if shown.item.issue_id else []
    if meeting.closed_at is not None:
        return look
    back = Button("study-look", "study_docket", meeting.id)
    if shown.item.status not in UNDECIDED or not shown.appeals:
        return [*look, back]
    item, grid = shown.item.id, await access_grid(turn.session, meeting.grid_id)
    up = [Button("study-up", "study_up", item)] if grid.level != Level.COUNTY else []
    return [Button("study-decide", "study_decide", item), *up, Button("study-skip", "study_skip", item), *look, back]


async def _past(turn: Turn, viewer: Viewer, shown: Shown) -> dict[str, str]:
    """How a like matter was answered, without what leads to a person."""
    if not shown.is_public or not shown.appeals:
        return {"reply": "none"}
    found = await list_past_answers(turn, viewer, shown.appeals[0], 1)
    return {"reply": opening_of(found[0].reply, _LONGEST) if found else "none"}
