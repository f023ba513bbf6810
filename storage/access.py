"""The one door to an appeal for people. What it shows is decided by `bot.rules.access`, from what stands here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select

from bot.rules.access import Guarded, Reader, Sight, roles_of, sight_of
from bot.rules.errors import NotYours
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor
from bot.rules.numbers import COUNTY_SERIES
from storage.barred import find_barred, keep_reasons
from storage.engine import Session
from storage.grids import list_path
from storage.heads import find_headed_units
from storage.models import Appeal, AppealEvent, GridLead, Official
from storage.remembered import remembered
from storage.viewers import Viewer, find_led_grids

_APPEAL = select(Appeal).where(Appeal.id == bindparam("appeal")).execution_options(populate_existing=True)
_LOCKED = _APPEAL.with_for_update()
_WENT = select(AppealEvent.to_official_id, AppealEvent.to_grid_id, AppealEvent.action, AppealEvent.is_told).where(
    AppealEvent.appeal_id == bindparam("appeal")
)
_TOLD = select(AppealEvent.to_official_id).where(
    AppealEvent.appeal_id == bindparam("appeal"), AppealEvent.is_told.is_(True)
)
_NAMED = select(Official.id).where(Official.id == bindparam("id"), Official.left_at.is_(None))
_OFFICERS = select(Official.id).where(Official.unit_id == bindparam("id"), Official.left_at.is_(None))
_LEADS = (
    select(Official.id)
    .join(GridLead, GridLead.official_id == Official.id)
    .where(GridLead.grid_id == bindparam("id"), GridLead.until.is_(None), Official.left_at.is_(None))
)


@dataclass(frozen=True)
class AppealView:
    """An appeal as one viewer may know it. Without `shows_words` only its number, category, status and dates may
    be told; what was said is read by functions that ask for a view and refuse one that hides it."""

    appeal: Appeal
    actors: frozenset[Actor]
    sight: Sight
    is_public: bool
    """Neither private nor kept from anybody."""

    @property
    def shows_words(self) -> bool:
        return self.sight is Sight.WORDS

    @property
    def title(self) -> str | None:
        return self.appeal.title if self.shows_words else None

    @property
    def keywords(self) -> list[str]:
        return self.appeal.keywords if self.shows_words else []


async def access_appeal(session: Session, viewer: Viewer, appeal_id: int, *, to_change: bool = False) -> AppealView:
    """The appeal, locked if it is to be changed. Raises NotYours, also where there is none: nobody can tell which."""
    appeal = (await session.scalars(_LOCKED if to_change else _APPEAL, {"appeal": appeal_id})).one_or_none()
    if appeal is None:
        raise NotYours
    if to_change:
        await keep_reasons(session, appeal.id)
    guarded = await _guarded(session, appeal)
    reader = await _reader(session, viewer, guarded)
    if reader.leads:
        guarded = replace(guarded, over=await _find_over(session, appeal))
    sight = sight_of(reader, guarded)
    if sight is Sight.NOTHING:
        raise NotYours
    is_public = not (guarded.is_private or guarded.is_hidden)
    return AppealView(appeal, roles_of(reader, guarded), sight, is_public)


async def access_appeal_by_the_clock(session: Session, appeal_id: int) -> Appeal:
    """The appeal, locked: the clock shows nobody anything."""
    appeal = (await session.scalars(_LOCKED, {"appeal": appeal_id})).one()
    await keep_reasons(session, appeal.id)
    return appeal


async def access_appeals_by_the_clock(session: Session, appeal_ids: Iterable[int]) -> Sequence[Appeal]:
    """Likewise these, for `lay_at_hand`; by id."""
    query = select(Appeal).where(Appeal.id.in_(list(appeal_ids))).order_by(Appeal.id)
    return (await session.scalars(query.with_for_update().execution_options(populate_existing=True))).all()


async def find_holding_officials(session: Session, appeal: Appeal) -> frozenset[int]:
    """Whom to write to as its holder: the person named, else the unit's officers or the grid's leads."""
    named = appeal.holder_official_id is not None
    columns = (appeal.holder_official_id, None, None) if named else (None, appeal.holder_unit_id, appeal.holder_grid_id)
    return await find_in_office(session, *columns) - await find_barred(session, appeal.id)


@remembered(GridLead, Official)
async def find_in_office(
    session: Session, official_id: int | None, unit_id: int | None, grid_id: int | None
) -> frozenset[int]:
    """The person named, else the unit's officers or the grid's leads; nobody who has left."""
    if official_id is not None:
        found = await session.scalars(_NAMED, {"id": official_id})
    elif unit_id is not None:
        found = await session.scalars(_OFFICERS, {"id": unit_id})
    else:
        found = await session.scalars(_LEADS, {"id": grid_id})
    return frozenset(found)


async def find_told_officials(session: Session, appeal: Appeal) -> frozenset[int]:
    """Who hears of it without holding it; never somebody who was barred since."""
    told = await session.scalars(_TOLD, {"appeal": appeal.id})
    return frozenset(filter(None, told)) - await find_barred(session, appeal.id)


async def _guarded(session: Session, appeal: Appeal) -> Guarded:
    steps = (await session.execute(_WENT, {"appeal": appeal.id})).all()
    barred = await find_barred(session, appeal.id)
    return Guarded(
        author=appeal.account_id,
        household=appeal.household_id,
        writer=appeal.written_by_account_id,
        holder_official=appeal.holder_official_id,
        holder_unit=appeal.holder_unit_id,
        holder_grid=appeal.holder_grid_id,
        helpers=frozenset(step.to_official_id for step in steps if step.is_told and step.action == Action.CALL_IN),
        held=frozenset(step.to_official_id for step in steps if step.to_official_id and not step.is_told),
        told=frozenset(step.to_official_id for step in steps if step.is_told),
        grids=frozenset(step.to_grid_id for step in steps if step.to_grid_id is not None),
        barred=barred,
        is_private=appeal.is_private,
        is_hidden=bool(barred) or appeal.series == COUNTY_SERIES,
    )


async def _find_over(session: Session, appeal: Appeal) -> frozenset[int]:
    path = await list_path(session, appeal.grid_id)
    return frozenset(grid.id for grid in path if Level(grid.level) >= Level(appeal.level))


async def _reader(session: Session, viewer: Viewer, guarded: Guarded) -> Reader:
    """The viewer before this appeal: through somebody who is barred from it nobody sees or leads anything."""
    accounts = [account for account in (guarded.author, guarded.writer) if account in viewer.accounts]
    reader = Reader(account=next(iter(accounts), None), households=viewer.households, officials=viewer.officials)
    if not viewer.officials:
        return reader
    stands_in_for = viewer.stands_for - guarded.barred
    led = await find_led_grids(session, viewer.officials | stands_in_for)
    is_a_units = guarded.holder_unit is not None
    return replace(
        reader,
        stands_in_for=stands_in_for,
        leads=led.all,
        units=viewer.units,
        heads=await find_headed_units(session, viewer.officials | stands_in_for) if is_a_units else frozenset(),
        is_county_office=led.is_county_office,
    )
