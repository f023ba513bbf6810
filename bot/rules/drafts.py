"""When a draft becomes an appeal by itself, and when its first card leaves."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.rules.nights import after_the_night
from bot.rules.terms import DraftTerms, NightTerms


class DraftStep(StrEnum):
    FILE = "file"
    ASK = "ask"
    REMIND = "remind"
    LAY_ASIDE = "lay_aside"


_ASKING = (DraftStep.ASK, DraftStep.REMIND, DraftStep.LAY_ASIDE)


@dataclass(frozen=True)
class DraftReading:
    """What the reading of a draft's words says; voice and photos alone are no words."""

    has_words: bool
    reads_as_appeal: bool
    may_be_about_the_cadre: bool
    may_be_private: bool
    is_danger: bool = False
    may_be_another_matter: bool = False
    """Two matters in one, or words to an appeal that is there already."""
    may_be_another_home: bool = False
    """Said by somebody who speaks for several."""

    @property
    def files_itself(self) -> bool:
        about_people = self.may_be_about_the_cadre or self.may_be_private
        doubt = about_people or self.may_be_another_matter or self.may_be_another_home
        return self.is_danger or (self.has_words and self.reads_as_appeal and not doubt)


def on_quiet(draft: DraftReading, wakes_at: datetime, asked: int, now: datetime) -> DraftStep | None:
    """None while they may still be writing; danger waits for nothing. `asked`: how often it was asked about since the
    last words; it is not asked about for ever, and not thrown away either."""
    if draft.is_danger:
        return DraftStep.FILE
    if now < wakes_at:
        return None
    return DraftStep.FILE if draft.files_itself else _ASKING[min(asked, len(_ASKING) - 1)]


def asked_again_at(asked: int, now: datetime, terms: DraftTerms, nights: NightTerms) -> datetime:
    """`asked`: how often by now. Nobody is reminded at night."""
    return after_the_night(now + (terms.remind if asked == 1 else terms.lay_aside), nights)


def first_card_at(filed_at: datetime, terms: DraftTerms, *, is_danger: bool) -> datetime:
    """A minute later, so that a mistake can be taken back."""
    return filed_at if is_danger else filed_at + terms.card_after
