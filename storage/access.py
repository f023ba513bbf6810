"""The one door to an appeal for people. What it shows is decided by `bot.rules.access`, from what stands here."""

from dataclasses import dataclass, replace

from sqlalchemy import select

from bot.rules.access import Guarded, Reader, Sight, roles_of, sight_of
from bot.rules.errors import NotYours
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor
from bot.rules.numbers import COUNTY_SERIES
from storage.barred import find_barred
from storage.engine import Session
from storage.grids import list_path
from storage.heads import find_headed_units
from storage.models import Appeal, AppealEvent, GridLead, Official
from storage.remembered import remembered
from storage.viewers import Viewer, find_led_grids


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
    appeal = await session.get(Appeal, appeal_id, populate_existing=True, with_for_update=to_change or None)
    if appeal is None:
        raise NotYours
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
    return await session.get_one(Appeal, appeal_id, populate_existing=True, with_for_update=True)


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
        query = select(Official.id).where(Official.id == official_id)
    elif unit_id is not None:
        query = select(Official.id).where(Official.unit_id == unit_id)
    else:
        query = select(Official.id).join(GridLead, GridLead.official_id == Official.id)
        query = query.where(GridLead.grid_id == grid_id, GridLead.until.is_(None))
    return frozenset(await session.scalars(query.where(Official.left_at.is_(None))))


async def find_told_officials(session: Session, appeal: Appeal) -> frozenset[int]:
    """Who hears of it without holding it; never somebody who was barred since."""
    told = select(AppealEvent.to_official_id).where(AppealEvent.appeal_id == appeal.id, AppealEvent.is_told.is_(True))
    return frozenset(filter(None, await session.scalars(told))) - await find_barred(session, appeal.id)


async def _guarded(session: Session, appeal: Appeal) -> Guarded:
    columns = (AppealEvent.to_official_id, AppealEvent.to_grid_id, AppealEvent.action, AppealEvent.is_told)
    went = select(*columns).where(AppealEvent.appeal_id == appeal.id).order_by(AppealEvent.id)
    steps = (await session.execute(went)).all()
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
