"""What the desk's pages show of meetings and items: the values of their templates."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rules.calendar import day_of
from bot.usecases.at_desk import AtDesk, list_led
from bot.usecases.list_hot_matters import HotRow, list_hot_matters
from bot.usecases.study_items import Shown, viewer_of
from storage.grids import access_grid, access_unit, list_villages
from storage.models import Grid, ItemStatus, StudyMeeting
from storage.study_meetings import find_decision, find_open_meeting, list_meetings

_PAST, _GROWING = 20, 5


@dataclass(frozen=True)
class GridRow:
    grid: Grid
    open_meeting: StudyMeeting | None


@dataclass(frozen=True)
class PastRow:
    no: int
    grid: str
    day: str


@dataclass(frozen=True)
class Decided:
    """Of what is not for everybody only the day."""

    day: str
    measure: str | None
    unit: str | None


@dataclass(frozen=True)
class Row:
    shown: Shown
    decided: Decided | None

    @property
    def status(self) -> ItemStatus:
        return ItemStatus(self.shown.item.status)


async def grid_rows(turn: AtDesk) -> list[GridRow]:
    led = await list_led(turn.session, await viewer_of(turn))
    return [
        GridRow(await access_grid(turn.session, grid_id), await find_open_meeting(turn.session, grid_id))
        for grid_id in sorted(led)
    ]


async def past_rows(turn: AtDesk) -> list[PastRow]:
    led = await list_led(turn.session, await viewer_of(turn))
    over = await list_meetings(turn.session, led, _PAST)
    return [
        PastRow(one.id, (await access_grid(turn.session, one.grid_id)).name, f"{day_of(one.opened_at):%Y-%m-%d}")
        for one in over
    ]


async def row_of(turn: AtDesk, shown: Shown) -> Row:
    decision = await find_decision(turn.session, shown.item.id)
    if decision is None or decision.due_at is None:
        return Row(shown, None)
    day = f"{day_of(decision.due_at):%Y-%m-%d}"
    if not shown.is_public:
        return Row(shown, Decided(day, None, None))
    unit = await access_unit(turn.session, decision.unit_id) if decision.unit_id else None
    return Row(shown, Decided(day, decision.measure, unit.name if unit else None))


async def growing_in(turn: AtDesk, grid_id: int) -> Sequence[HotRow]:
    villages = await list_villages(turn.session, grid_id)
    rows = await list_hot_matters(turn.session, turn.policy, turn.now, _GROWING, villages)
    return [row for row in rows if row.heat.grows]
