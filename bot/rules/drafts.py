"""When a draft becomes an appeal by itself, and when its first card leaves."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.rules.terms import DraftTerms


class DraftStep(StrEnum):
    FILE = "file"
    ASK = "ask"


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


def on_quiet(draft: DraftReading, last_said_at: datetime, now: datetime, terms: DraftTerms) -> DraftStep | None:
    """None while they may still be writing; danger waits for nothing."""
    if draft.is_danger:
        return DraftStep.FILE
    if now < last_said_at + terms.quiet:
        return None
    return DraftStep.FILE if draft.files_itself else DraftStep.ASK


def first_card_at(filed_at: datetime, terms: DraftTerms, *, is_danger: bool) -> datetime:
    """A minute later, so that a mistake can be taken back."""
    return filed_at if is_danger else filed_at + terms.card_after
