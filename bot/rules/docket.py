"""The docket of a study meeting: 先急后缓、先集中后分散, urgent first, then what most households share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """In the order in which they claim an appeal: it is spoken of once a meeting."""

    DECISION = "decision"
    """Decided at an earlier meeting, and not done."""
    ISSUE = "issue"
    APPEAL = "appeal"


@dataclass(frozen=True)
class Entry:
    """What a meeting may speak of; `row` is the id of the decision, the issue or the appeal. `appeals` are those that
    it is about, `overdue` the working days that the latest of them is late."""

    kind: Kind
    row: int
    appeals: frozenset[int]
    households: int
    since: datetime
    overdue: int = 0
    is_urgent: bool = False
    is_danger: bool = False

    @property
    def presses(self) -> bool:
        """It is a danger, reads as urgent, or has its red card."""
        return self.is_danger or self.is_urgent or self.overdue > 0

    @property
    def is_shared(self) -> bool:
        return self.households > 1


@dataclass(frozen=True)
class Summary:
    """Each entry counts once: what presses is not counted as shared again."""

    urgent: int
    shared: int
    rest: int

    @property
    def count(self) -> int:
        return self.urgent + self.shared + self.rest


def docket(entries: Iterable[Entry]) -> list[Entry]:
    """In the order in which they are spoken of. What is only about appeals that an entry before it is about, in the
    order of kinds, is left out."""
    claimed: set[int] = set()
    kept = []
    for entry in sorted(entries, key=_claims):
        if not entry.appeals <= claimed:
            kept.append(entry)
            claimed |= entry.appeals
    return sorted(kept, key=_rank)


def summary(entries: Sequence[Entry]) -> Summary:
    urgent = sum(entry.presses for entry in entries)
    shared = sum(entry.is_shared and not entry.presses for entry in entries)
    return Summary(urgent, shared, len(entries) - urgent - shared)


def _claims(entry: Entry) -> tuple[int, int]:
    """Of two decisions on one matter the later one holds."""
    return list(Kind).index(entry.kind), -entry.row


def _rank(entry: Entry) -> tuple[bool, bool, int, int, datetime, int, int]:
    """Danger, then what presses; within each what most share, then what is latest, then what waits longest."""
    by_kind = list(Kind).index(entry.kind)
    return (
        not entry.is_danger,
        not entry.presses,
        -entry.households,
        -entry.overdue,
        entry.since,
        by_kind,
        entry.row,
    )
