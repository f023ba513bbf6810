"""Which household passes from which cadre to which, and why."""

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from bot.rules.roster.values import Household, Kept, Roster


class LinkReason(StrEnum):
    """Why a link began, and the one before it ended."""

    FIRST = "first named in the roster"
    ANOTHER = "another cadre named in the roster"
    LEFT = "the former cadre has left"
    HANDED_OVER = "handed over"
    NOBODY = "no cadre named in the roster"


class LinkChange(NamedTuple):
    """None is nobody: such a household is its village lead's."""

    household: str
    before: str | None
    after: str | None
    reason: LinkReason


def find_link_changes(roster: Roster, kept: Kept, left: Collection[str]) -> Iterator[LinkChange]:
    """`left` are the officials who leave with this import."""
    gone = frozenset(left)
    for household in roster.households:
        before = kept.links.get(household.code)
        if before != household.cadre_no:
            yield LinkChange(household.code, before, household.cadre_no, _reason(household, before, gone))
    yield from _orphans(roster, kept, gone)


def _reason(household: Household, before: str | None, gone: frozenset[str]) -> LinkReason:
    if household.cadre_no is None:
        return LinkReason.NOBODY
    if before is None:
        return LinkReason.FIRST
    return LinkReason.LEFT if before in gone else LinkReason.ANOTHER


def _orphans(roster: Roster, kept: Kept, gone: frozenset[str]) -> Iterator[LinkChange]:
    """Households that the files name no longer stay as they are, unless their cadre has left."""
    if not gone:
        return
    named = {household.code for household in roster.households}
    for code, before in kept.links.items():
        if before in gone and code not in named:
            yield LinkChange(code, before, None, LinkReason.LEFT)
