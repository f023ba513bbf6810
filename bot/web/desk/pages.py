"""The pages of the desk: the visitor's grids, a docket, one item, and minutes to print."""

from datetime import timedelta
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from bot.documents.minutes import sheet_of_minutes
from bot.documents.pdf import write_pdf
from bot.documents.word import write_docx
from bot.rules.calendar import day_of
from bot.rules.docket import summary
from bot.rules.errors import NotYours
from bot.rules.levels import Level
from bot.usecases.at_desk import AtDesk
from bot.usecases.decide_item import MOST_DAYS
from bot.usecases.find_minutes import find_minutes
from bot.usecases.likely_units import list_likely_units
from bot.usecases.past_answers import list_past_answers
from bot.usecases.study_items import UNDECIDED, Shown, find_shown, list_numbers, list_shown, viewer_of
from bot.web.desk.views import grid_rows, growing_in, past_rows, row_of
from bot.web.templates import draw
from storage.grids import access_grid, list_units
from storage.study_meetings import access_item, access_meeting
from storage.viewers import Viewer

_WRITERS = {"docx": write_docx, "pdf": write_pdf}
_KINDS = {"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "pdf": "application/pdf"}
_MOST_DIGITS = 18  # so that it fits a column
_OFFERED = timedelta(days=15)


def row_id(request: Request, name: str) -> int:
    """Raises NotYours for what no row can have."""
    return read_id(request.path_params[name])


def read_id(said: str) -> int:
    """Raises NotYours for what no row can have."""
    if not (said.isascii() and said.isdigit()) or len(said) > _MOST_DIGITS:
        raise NotYours
    return int(said)


async def home(turn: AtDesk, request: Request) -> Response:
    nothing = "nothing" in request.query_params
    return draw("desk/home.html", grids=await grid_rows(turn), past=await past_rows(turn), nothing=nothing)


async def meeting(turn: AtDesk, request: Request) -> Response:
    viewer = await viewer_of(turn)
    found = await access_meeting(turn.session, viewer, row_id(request, "meeting"))
    shown = await list_shown(turn, viewer, found)
    return draw(
        "desk/meeting.html",
        meeting=found,
        grid=await access_grid(turn.session, found.grid_id),
        told=summary([one.entry for one in shown]),
        rows=[await row_of(turn, one) for one in shown],
        left=sum(one.item.status in UNDECIDED for one in shown),
        growing=await growing_in(turn, found.grid_id),
    )


async def item(turn: AtDesk, request: Request) -> Response:
    viewer = await viewer_of(turn)
    found, row = await access_item(turn.session, viewer, row_id(request, "item"))
    shown = await find_shown(turn, viewer, row)
    today = day_of(turn.now)
    grid = await access_grid(turn.session, found.grid_id)
    return draw(
        "desk/item.html",
        meeting=found,
        grid=grid,
        is_county=grid.level == Level.COUNTY,
        row=await row_of(turn, shown),
        since=f"{day_of(shown.entry.since):%Y-%m-%d}",
        numbers=await list_numbers(turn, viewer, shown),
        past=await _past(turn, viewer, shown),
        is_undecided=row.status in UNDECIDED and found.closed_at is None and bool(shown.appeals),
        likely=await list_likely_units(turn, shown.appeals[0].category) if shown.appeals else [],
        units=await list_units(turn.session),
        earliest=today.isoformat(),
        latest=(today + timedelta(days=MOST_DAYS)).isoformat(),
        offered=(today + _OFFERED).isoformat(),
    )


async def _past(turn: AtDesk, viewer: Viewer, shown: Shown) -> str | None:
    """How a like matter was answered, without what leads to a person."""
    if not shown.is_public or not shown.appeals:
        return None
    found = await list_past_answers(turn, viewer, shown.appeals[0], 1)
    return found[0].reply if found else None


async def minutes(turn: AtDesk, request: Request) -> Response:
    found = await access_meeting(turn.session, await viewer_of(turn), row_id(request, "meeting"))
    told, kind = await find_minutes(turn.session, turn.policy, found.id), request.path_params["kind"]
    if told is None or found.closed_at is None or kind not in _WRITERS:
        raise NotYours
    name = quote(f"{told.grid}-{told.no}.{kind}")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}", "Cache-Control": "no-store"}
    return Response(_WRITERS[kind](sheet_of_minutes(told)), media_type=_KINDS[kind], headers=headers)
