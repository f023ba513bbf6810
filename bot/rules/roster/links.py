"""Which household passes from which cadre to which, and why."""

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from bot.rules.roster.burdens import cadre_of, first_leads
from bot.rules.roster.values import Household, Kept, Roster


class LinkReason(StrEnum):
    """Why a link began; the one before it ended for the same reason."""

    FIRST = "first named in the roster"
    ANOTHER = "another cadre named in the roster"
    LEFT = "the former cadre has left"
    NOBODY = "no cadre named: the village lead's"


class LinkChange(NamedTuple):
    """`before` is None where the household had no link yet."""

    household: str
    before: str | None
    after: str
    reason: LinkReason


def find_link_changes(roster: Roster, kept: Kept, left: Collection[str]) -> Iterator[LinkChange]:
    """`left` are the officials who leave with this import."""
    gone = frozenset(left)
    staying = {code: [no for no in grid.lead_nos if no not in gone] for code, grid in kept.grids.items()}
    leads = {code: nos[0] for code, nos in staying.items() if nos} | first_leads(roster)
    for household in roster.households:
        before, after = kept.links.get(household.code), cadre_of(household, leads)
        if before != after:
            yield LinkChange(household.code, before, after, _reason(household, before, gone))
    yield from _orphans(roster, kept, gone, leads)


def _reason(household: Household, before: str | None, gone: frozenset[str]) -> LinkReason:
    if household.cadre_no is None:
        return LinkReason.NOBODY
    if before is None:
        return LinkReason.FIRST
    return LinkReason.LEFT if before in gone else LinkReason.ANOTHER


def _orphans(roster: Roster, kept: Kept, gone: frozenset[str], leads: dict[str, str]) -> Iterator[LinkChange]:
    """Households that the files name no longer stay as they are, unless their cadre has left."""
    if not gone:
        return
    named = {household.code for household in roster.households}
    for code, before in kept.links.items():
        if before in gone and code not in named:
            yield LinkChange(code, before, leads[kept.households[code].village], LinkReason.LEFT)
