"""How much of an answered appeal stands on the echo wall."""

from datetime import datetime
from enum import StrEnum

from bot.rules.terms import WallTerms


class EchoForm(StrEnum):
    FULL = "full"
    CATEGORY_ONLY = "category_only"
    """Category and outcome: in a small village any more would tell who it was."""


def form_of(terms: WallTerms, *, is_personal: bool, said_yes: bool, households_this_year: int) -> EchoForm:
    """`is_personal`: about a person's own affairs, not a place or a service.

    `said_yes`: a tap of the household; its silence lets the entry go up, but not in full.
    """
    if not is_personal or said_yes or households_this_year >= terms.households_a_year:
        return EchoForm.FULL
    return EchoForm.CATEGORY_ONLY


def goes_up_at(previewed_at: datetime, terms: WallTerms) -> datetime:
    """When silence has become consent."""
    return previewed_at + terms.consent


def goes_up_agreed_at(shows_at: datetime, now: datetime, terms: WallTerms) -> datetime:
    """When the household has said yes: never later than its silence would have let it."""
    return min(shows_at, now + terms.after_yes)
