"""Who somebody is to an appeal, and how much of it they may see. Nothing else in the house decides this."""

from dataclasses import dataclass
from enum import IntEnum

from bot.rules.lifecycle import Actor

_NOBODY: frozenset[int] = frozenset()
WORK_ON_IT = frozenset({Actor.HOLDER, Actor.LEAD, Actor.COUNTY_OFFICE})
"""Who decides by office what is done with an appeal."""


class Sight(IntEnum):
    """In growing order."""

    NOTHING = 0
    CARD = 1
    """Number, category and due time."""
    WORDS = 2


@dataclass(frozen=True)
class Reader:
    """Somebody with all their posts, by row ids. `stands_in_for`: officials whose deputy they are now."""

    account: int | None = None
    households: frozenset[int] = _NOBODY
    officials: frozenset[int] = _NOBODY
    stands_in_for: frozenset[int] = _NOBODY
    leads: frozenset[int] = _NOBODY
    units: frozenset[int] = _NOBODY
    heads: frozenset[int] = _NOBODY
    """Units whose head they are, or stand in for."""
    is_county_office: bool = False


@dataclass(frozen=True)
class Guarded:
    """What of an appeal decides who sees it. `held`: officials who had it; `told`: who hear of it
    without; `grids`: those above its household that it has reached; `over`: all above it not below its holder."""

    author: int | None
    household: int
    writer: int | None = None
    holder_official: int | None = None
    holder_unit: int | None = None
    holder_grid: int | None = None
    helpers: frozenset[int] = _NOBODY
    held: frozenset[int] = _NOBODY
    told: frozenset[int] = _NOBODY
    grids: frozenset[int] = _NOBODY
    over: frozenset[int] = _NOBODY
    barred: frozenset[int] = _NOBODY
    is_private: bool = False
    is_hidden: bool = False
    """Numbered in the county's series: a complaint, or violence at home. Below the county nobody counts it."""


def roles_of(reader: Reader, appeal: Guarded) -> frozenset[Actor]:
    """A barred person has none, whatever other post they hold; only what they wrote about themselves stays theirs."""
    if reader.account is not None and reader.account == appeal.author:
        return frozenset({Actor.AUTHOR})
    if reader.officials & appeal.barred:
        return frozenset()
    found = {
        Actor.WRITER: reader.account is not None and reader.account == appeal.writer,
        Actor.HOLDER: _holds(reader, appeal),
        Actor.HELPER: bool((reader.officials | reader.stands_in_for) & appeal.helpers),
        Actor.LEAD: not appeal.is_hidden and _leads_over(reader, appeal),
        Actor.COUNTY_OFFICE: reader.is_county_office,
    }
    return frozenset(actor for actor, applies in found.items() if applies)


def _leads_over(reader: Reader, appeal: Guarded) -> bool:
    """Of a grid that it has reached; where they were told of it, of any above it."""
    over = reader.leads & appeal.over
    return bool(over & appeal.grids or (over and reader.officials & appeal.told))


def _holds(reader: Reader, appeal: Guarded) -> bool:
    """By name; where nobody is named, whoever belongs to the unit or leads the grid."""
    if appeal.holder_official is not None:
        return appeal.holder_official in reader.officials | reader.stands_in_for
    if appeal.holder_unit is not None:
        return appeal.holder_unit in reader.units
    return appeal.holder_grid in reader.leads


def sight_of(reader: Reader, appeal: Guarded) -> Sight:
    """How much they may see. A private one's words are the author's, the writer's and the holder's."""
    roles = roles_of(reader, appeal)
    if roles & {Actor.AUTHOR, Actor.WRITER, Actor.HOLDER}:
        return Sight.WORDS
    if reader.officials & appeal.barred:
        return Sight.NOTHING
    is_open_to_all = not (appeal.is_private or appeal.is_hidden)
    is_lead = not appeal.is_hidden and bool(reader.leads & appeal.grids)
    is_told = is_lead or bool(reader.officials & (appeal.held | appeal.told))
    if roles or is_told or appeal.holder_unit in reader.heads:
        return Sight.WORDS if is_open_to_all else Sight.CARD
    return Sight.WORDS if is_open_to_all and appeal.household in reader.households else Sight.NOTHING
