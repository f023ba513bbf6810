"""What can be done at the desk. Each is the use case that a tap on the phone calls, and says which page comes next."""

from collections.abc import Sequence
from datetime import date

from starlette.datastructures import FormData
from starlette.requests import Request

from bot.rules.errors import NotUnderstood
from bot.usecases.at_desk import AtDesk
from bot.usecases.close_meeting import close_meeting
from bot.usecases.decide_item import Decision, decide_item
from bot.usecases.open_meeting import open_meeting
from bot.usecases.put_off_item import move_up, skip_item
from bot.usecases.study_items import list_shown, viewer_of
from bot.web.desk.pages import read_id, row_id
from storage.models import ItemStatus
from storage.study_meetings import access_item, find_open_meeting

_MOST_SIGNS = 1000


async def begin(turn: AtDesk, request: Request, _: FormData) -> str:
    """Where there is nothing to speak of, the page of the grids says so."""
    grid_id = row_id(request, "grid")
    await open_meeting(turn, grid_id)
    opened = await find_open_meeting(turn.session, grid_id)
    return f"/desk/meetings/{opened.id}" if opened else "/desk?nothing=1"


async def decide(turn: AtDesk, request: Request, form: FormData) -> str:
    item_id = row_id(request, "item")
    await decide_item(turn, item_id, Decision(_measure(form), _units(form), _day(form)))
    return await _next(turn, item_id)


async def pass_up(turn: AtDesk, request: Request, _: FormData) -> str:
    item_id = row_id(request, "item")
    await move_up(turn, item_id)
    return await _next(turn, item_id)


async def skip(turn: AtDesk, request: Request, _: FormData) -> str:
    item_id = row_id(request, "item")
    await skip_item(turn, item_id)
    return await _next(turn, item_id)


async def close(turn: AtDesk, request: Request, _: FormData) -> str:
    meeting_id = row_id(request, "meeting")
    await close_meeting(turn, meeting_id)
    return f"/desk/meetings/{meeting_id}"


async def _next(turn: AtDesk, item_id: int) -> str:
    """The next that nobody has spoken of, else the docket."""
    viewer = await viewer_of(turn)
    meeting, before = await access_item(turn.session, viewer, item_id)
    later = [one.item for one in await list_shown(turn, viewer, meeting) if one.item.position > before.position]
    waiting = [item for item in later if item.status == ItemStatus.OPEN]
    return f"/desk/items/{waiting[0].id}" if waiting else f"/desk/meetings/{meeting.id}"


def _measure(form: FormData) -> str:
    """Whole or not at all, for it goes out as it stands. Browsers send each new line as two signs."""
    measure = str(form.get("measure", "")).replace("\r\n", "\n").strip()
    if len(measure) > _MOST_SIGNS:
        raise NotUnderstood
    return measure


def _units(form: FormData) -> Sequence[int]:
    """The one in the lead, then those that help. Raises NotUnderstood for help without a lead."""
    lead, helpers = str(form.get("lead", "")), [str(one) for one in form.getlist("helpers")]
    if helpers and not lead:
        raise NotUnderstood
    named = dict.fromkeys([lead, *helpers]) if lead else {}
    return [read_id(one) for one in named]


def _day(form: FormData) -> date:
    try:
        return date.fromisoformat(str(form.get("day", "")))
    except ValueError:
        raise NotUnderstood from None
