"""What grows: how many households tell of one matter, where, since when, and how fast."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Report:
    """One public appeal that tells of the matter; household and village by row id."""

    household: int
    village: int
    at: datetime


@dataclass(frozen=True)
class Heat:
    """Each household counts once: in all, in the last seven days, and in the seven before."""

    first_seen: datetime
    households: int
    villages: int
    this_week: int
    week_before: int

    @property
    def grows(self) -> bool:
        return self.this_week > self.week_before

    @property
    def rank(self) -> tuple[bool, int, int]:
        """The greater, the earlier it is looked at: what grows, then how many of late, then how many share it."""
        return self.grows, self.this_week, self.households


def heat_of(reports: Iterable[Report], now: datetime) -> Heat:
    """Of at least one report."""
    told = list(reports)
    return Heat(
        first_seen=min(report.at for report in told),
        households=_households(told),
        villages=len({report.village for report in told}),
        this_week=_households(report for report in told if report.at > now - _WEEK),
        week_before=_households(report for report in told if now - 2 * _WEEK < report.at <= now - _WEEK),
    )


def _households(reports: Iterable[Report]) -> int:
    return len({report.household for report in reports})
