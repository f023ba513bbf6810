"""开研判会: by a lead at will, and for every grid once a month by the clock."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.rules.buttons import Button
from bot.rules.calendar import Calendar, add_working_days, at, day_of
from bot.rules.docket import summary
from bot.rules.errors import NotYours
from bot.rules.terms import MeetingTerms
from bot.usecases.acting import acting_official
from bot.usecases.people_of import list_phones
from bot.usecases.show_docket import show_docket
from bot.usecases.study_docket import find_docket
from bot.usecases.study_items import viewer_of
from bot.usecases.tick import Tick
from bot.usecases.turn import Toast, Turn
from storage.grids import access_grid, access_grid_to_change, list_leads
from storage.models import Grid
from storage.study_meetings import add_meeting, find_open_meeting, list_grids_to_meet, record_meeting_closed
from storage.viewers import find_led_grids

_AT_ONCE = 10
_DAY = timedelta(days=1)


async def open_by_words(turn: Turn) -> bool:
    """研判会: False for whoever leads nothing."""
    buttons = await meeting_buttons(turn)
    if len(buttons) == 1:
        await open_meeting(turn, buttons[0].id)
    elif buttons:
        await turn.answer("study-which", buttons=buttons)
    return bool(buttons)


async def meeting_buttons(turn: Turn) -> list[Button]:
    """One for each grid that they lead, or stand in for a lead of."""
    viewer = await viewer_of(turn)
    led = await find_led_grids(turn.session, viewer.officials | viewer.stands_for)
    grids = [await access_grid(turn.session, grid_id) for grid_id in sorted(led.all)]
    return [Button("study-open", "study_open", grid.id, data={"grid": grid.name}) for grid in grids]


async def open_meeting(turn: Turn, grid_id: int) -> Toast:
    """The one that is open goes on, also where two open it at once. Raises NotYours for whoever does not lead the
    grid."""
    official, viewer = await acting_official(turn), await viewer_of(turn)
    led = await find_led_grids(turn.session, viewer.officials | viewer.stands_for)
    if grid_id not in led.all:
        raise NotYours
    grid = await access_grid_to_change(turn.session, grid_id)
    meeting = await find_open_meeting(turn.session, grid_id)
    if meeting is None:
        found = await find_docket(turn, grid)
        if not found:
            await turn.answer("study-nothing")
            return Toast("study-toast")
        meeting = await add_meeting(turn.session, grid_id, official.id, [item for _, item in found], turn.now)
    return await show_docket(turn, meeting.id, 0)


async def open_monthly_meetings(tick: Tick) -> None:
    """On the day that the policy names, and for a grid with nothing on its docket without a word."""
    begins = monthly_at(tick.calendar, tick.policy.meetings, day_of(tick.now))
    if not begins <= tick.now < at(day_of(tick.now), tick.policy.deadlines.day_ends):
        return
    month = replace(tick, occasion=f"study-{begins:%Y%m}")
    for grid in await list_grids_to_meet(tick.session, begins, _AT_ONCE):
        await _open_monthly(month, grid)


def monthly_at(calendar: Calendar, terms: MeetingTerms, day: date) -> datetime:
    first = day.replace(day=terms.day_of_month)
    return at(add_working_days(calendar, first - _DAY, 1), terms.hour)


async def _open_monthly(tick: Tick, grid: Grid) -> None:
    """An empty one is kept, too: this month's has been."""
    found = await find_docket(tick, grid)
    meeting = await add_meeting(tick.session, grid.id, None, [item for _, item in found], tick.now)
    if not found:
        await record_meeting_closed(tick.session, meeting, tick.now)
        return
    told, look = summary([entry for entry, _ in found]), [Button("study-look", "study_docket", meeting.id)]
    leads = [lead.id for lead in await list_leads(tick.session, grid.id)]
    for phone in await list_phones(tick, leads):
        await tick.tell(phone, "study-begins", buttons=look, grid=grid.name, all=told.count, **vars(told))
