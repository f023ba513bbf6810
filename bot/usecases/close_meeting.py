"""散会: the minutes go to all leads of the grid. What was not decided comes back by itself."""

from typing import Any

from bot.rules.errors import AlreadySo
from bot.rules.heads import head_of
from bot.rules.levels import Level
from bot.usecases.study_items import Shown, access_open_meeting, list_shown
from bot.usecases.turn import Toast, Turn
from storage.grids import access_grid, access_unit, list_leads
from storage.models import Grid, StudyDecision
from storage.officials import list_accounts_of_official, list_officers
from storage.study_meetings import find_decision, list_helpers, record_meeting_closed
from storage.viewers import find_viewer_in_office


async def close_meeting(turn: Turn, meeting_id: int) -> Toast:
    """Raises NotYours, AlreadySo."""
    meeting = await access_open_meeting(turn, meeting_id)
    if not await record_meeting_closed(turn.session, meeting, turn.now):
        raise AlreadySo
    grid = await access_grid(turn.session, meeting.grid_id)
    for lead in await list_leads(turn.session, grid.id):
        shown = await list_shown(turn, await find_viewer_in_office(turn.session, lead.id), meeting)
        lines = [await _line(turn, grid, one) for one in shown]
        for phone in await list_accounts_of_official(turn.session, lead.id):
            await turn.tell(phone, "study-minutes", grid=grid.name, held=turn.now, lines=lines, no=meeting.id)
            await turn.hand_paper(phone, "study-minutes-paper", "minutes", grid=grid.name, meeting=meeting.id)
    await turn.answer("study-closed")
    return Toast("study-toast")


async def _line(turn: Turn, grid: Grid, one: Shown) -> dict[str, Any]:
    """Of what is not for everybody neither measure nor unit."""
    decision = await find_decision(turn.session, one.item.id)
    if decision is None:
        return _said("minute-left", one)
    if decision.due_at is None:
        return _said("minute-moved", one)
    if not one.is_public:
        return _said("minute-private", one, due=decision.due_at)
    return _said("minute-decided", one, due=decision.due_at, **await _who(turn, grid, decision))


async def _who(turn: Turn, grid: Grid, decision: StudyDecision) -> dict[str, Any]:
    unit = await access_unit(turn.session, decision.unit_id) if decision.unit_id else None
    head = head_of(await list_officers(turn.session, unit.id)) if unit and grid.level == Level.COUNTY else None
    helpers = [helper.name for helper in await list_helpers(turn.session, decision.id)]
    return {
        "measure": decision.measure,
        "unit": unit.name if unit else "none",
        "helpers": helpers,
        "head": head.name if head else "none",
    }


def _said(wording: str, one: Shown, **data: object) -> dict[str, Any]:
    """A line of the letter: a sentence of the catalogue with its data."""
    return {"wording": wording, "data": one.data | data}
