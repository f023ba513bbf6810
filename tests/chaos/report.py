"""What a run came to, and what of it breaks a promise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.chaos.state import InHand
from tests.chaos.truth import Truth

LEAST_COUNTING = 0.6  # of the kills


@dataclass(frozen=True)
class Told:
    """What became of so many matters: `filed_once` of them stand in one appeal each, `cardless` appeals were shown to
    no official."""

    matters: int
    filed_once: int
    appeals: int
    receipts: int
    cardless: int
    truth: Truth

    def faults(self) -> Iterator[str]:
        for name, count in (("appeals", self.appeals), ("filed once", self.filed_once), ("receipts", self.receipts)):
            if count != self.matters:
                yield f"{self.matters} matters, but {name}: {count}"
        for name, places in (("lost", self.truth.lost), ("twice without a mark", self.truth.unmarked)):
            if places:
                yield f"letters {name}: {len(places)}"
        if self.truth.unasked:
            yield f"copies of letters that were never in doubt: {len(self.truth.unasked)}"
        if self.cardless:
            yield f"appeals that no official was shown: {self.cardless}"

    def figures(self) -> list[tuple[str, str]]:
        return [
            ("appeals, each there once", f"{self.filed_once} of {self.matters}"),
            ("receipts", f"{self.receipts}"),
            ("appeals shown to an official", f"{self.appeals - self.cardless}"),
            ("letters on their phones", f"{self.truth.letters - len(self.truth.lost)} of {self.truth.letters}"),
            ("marked copies", f"{self.truth.copies}"),
        ]


@dataclass(frozen=True)
class Killed:
    """`kills` is what the service had in hand at each; `ambiguous` counts calls that may or may not have arrived."""

    kills: Sequence[InHand]
    ambiguous: int
    told: Told

    @property
    def counting(self) -> int:
        return sum(map(bool, self.kills))

    def faults(self, wanted: int) -> Iterator[str]:
        if len(self.kills) != wanted:
            yield f"{len(self.kills)} kills of {wanted}"
        if self.counting < LEAST_COUNTING * wanted:
            yield f"only {self.counting} kills of {wanted} came while something was in hand"
        if self.told.truth.copies > self.ambiguous:
            yield f"{self.told.truth.copies} copies after {self.ambiguous} ambiguous answers"
        yield from self.told.faults()

    def figures(self) -> list[tuple[str, str]]:
        handling = sum(bool(found.updates) for found in self.kills)
        sending = sum(bool(found.letters) for found in self.kills)
        return [
            ("kills that count", f"{self.counting} of {len(self.kills)}"),
            ("with updates in handling, letters in sending", f"{handling}, {sending}"),
            ("calls that may or may not have arrived", f"{self.ambiguous}"),
            *self.told.figures(),
        ]
