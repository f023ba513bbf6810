"""The one place that decides who may see what of an appeal (DESIGN §2: barred, whose it is, private)."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import exists, select

from bot.rules.errors import NotYours
from bot.rules.levels import Level
from bot.rules.lifecycle import Actor
from storage.barred import find_barred
from storage.engine import Session
from storage.models import Appeal, AppealBarred, AppealEvent, Grid, GridLead, Official
from storage.viewers import Viewer


class Role(StrEnum):
    """What a viewer is to an appeal; there may be several."""

    AUTHOR = "author"
    WRITER = "writer"  # wrote it for somebody else
    MEMBER = "member"  # of the author's household
    HOLDER = "holder"
    DEPUTY = "deputy"
    LEAD = "lead"  # of a grid that it has reached
    COUNTY_OFFICE = "county_office"
    INFORMED = "informed"  # it once came to them by name


_ACTORS = {
    Role.AUTHOR: Actor.AUTHOR,
    Role.WRITER: Actor.WRITER,
    Role.HOLDER: Actor.HOLDER,
    Role.DEPUTY: Actor.HOLDER,
    Role.LEAD: Actor.LEAD,
    Role.COUNTY_OFFICE: Actor.COUNTY_OFFICE,
}
_READS_PRIVATE = frozenset({Role.AUTHOR, Role.HOLDER, Role.DEPUTY})


@dataclass(frozen=True)
class AppealView:
    """An appeal as one viewer may know it. Without `shows_words` only its number, category, status and dates may
    be told; what was said is read by functions that ask for a view and refuse one that hides it."""

    appeal: Appeal
    roles: frozenset[Role]
    is_public: bool

    @property
    def actors(self) -> frozenset[Actor]:
        return frozenset(_ACTORS[role] for role in self.roles if role in _ACTORS)

    @property
    def shows_words(self) -> bool:
        return not self.appeal.is_private or bool(self.roles & _READS_PRIVATE)

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
    barred = await find_barred(session, appeal_id)
    if viewer.officials & barred:
        raise NotYours
    is_public = not appeal.is_private and not barred
    roles = _private_roles(viewer, appeal, is_public=is_public)
    if viewer.officials:
        roles |= await _official_roles(session, viewer, appeal, barred, is_public=is_public)
    if not roles:
        raise NotYours
    return AppealView(appeal, frozenset(roles), is_public)


async def find_holding_officials(session: Session, appeal: Appeal) -> frozenset[int]:
    """Who may act as its holder: the person named, else the unit's officers or the grid's leads; never the barred."""
    if appeal.holder_official_id is not None:
        query = select(Official.id).where(Official.id == appeal.holder_official_id)
    elif appeal.holder_unit_id is not None:
        query = select(Official.id).where(Official.unit_id == appeal.holder_unit_id)
    else:
        query = select(Official.id).join(GridLead, GridLead.official_id == Official.id)
        query = query.where(GridLead.grid_id == appeal.holder_grid_id, GridLead.until.is_(None))
    is_barred = exists().where(AppealBarred.appeal_id == appeal.id, AppealBarred.official_id == Official.id)
    return frozenset(await session.scalars(query.where(Official.left_at.is_(None), ~is_barred)))


def _private_roles(viewer: Viewer, appeal: Appeal, *, is_public: bool) -> set[Role]:
    roles = set()
    if appeal.account_id in viewer.accounts:
        roles.add(Role.AUTHOR)
    if appeal.written_by_account_id in viewer.accounts:
        roles.add(Role.WRITER)
    if is_public and appeal.household_id in viewer.households:
        roles.add(Role.MEMBER)
    return roles


async def _official_roles(
    session: Session, viewer: Viewer, appeal: Appeal, barred: frozenset[int], *, is_public: bool
) -> set[Role]:
    roles = set()
    stands_for = viewer.stands_for - barred
    holding = await find_holding_officials(session, appeal)
    if holding & viewer.officials:
        roles.add(Role.HOLDER)
    if holding & stands_for:
        roles.add(Role.DEPUTY)
    if appeal.written_by_official_id in viewer.officials:
        roles.add(Role.WRITER)
    levels = await _reached_levels(session, appeal, viewer.officials | stands_for)
    if levels:
        roles.add(Role.LEAD)
    if Level.COUNTY in levels:
        roles.add(Role.COUNTY_OFFICE)
    if is_public and await _came_by_name(session, appeal, viewer.officials):
        roles.add(Role.INFORMED)
    return roles


async def _reached_levels(session: Session, appeal: Appeal, officials: frozenset[int]) -> frozenset[str]:
    """The levels at which these officials lead a grid that the appeal went to, or that was told of it."""
    query = (
        select(Grid.level)
        .join(GridLead, GridLead.grid_id == Grid.id)
        .join(AppealEvent, AppealEvent.to_grid_id == Grid.id)
        .where(AppealEvent.appeal_id == appeal.id, GridLead.official_id.in_(officials), GridLead.until.is_(None))
    )
    return frozenset(await session.scalars(query))


async def _came_by_name(session: Session, appeal: Appeal, officials: frozenset[int]) -> bool:
    came = exists().where(AppealEvent.appeal_id == appeal.id, AppealEvent.to_official_id.in_(officials))
    return bool(await session.scalar(select(came)))
