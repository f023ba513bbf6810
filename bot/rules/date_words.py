"""Days as people write them: 12月1日到12月5日, 1号到5号, 到5号."""

import re
from calendar import monthrange
from datetime import date

_DAY = re.compile(r"(?:(\d{1,2})月)?(\d{1,2})[日号]")


def read_days(text: str, today: date) -> tuple[date, date] | None:
    """The first day and the last; a single one is the last, from today on. None where no two days are written that
    follow on each other and on today."""
    found = [(int(month or 0), int(day)) for month, day in _DAY.findall(text)]
    if len(found) not in {1, 2}:
        return None
    first = _next(*found[0], today) if len(found) > 1 else today
    last = _next(*found[-1], first) if first else None
    return (first, last) if first and last else None


def _next(month: int, day: int, since: date) -> date | None:
    """The first such day from `since` on; without a month, of that month or the next."""
    months = [(since.year, month), (since.year + 1, month)] if month else _this_and_next(since)
    days = (_date(year, number, day) for year, number in months)
    return next((one for one in days if one and one >= since), None)


def _this_and_next(since: date) -> list[tuple[int, int]]:
    following = (since.year, since.month + 1) if since.month < len(_MONTHS) else (since.year + 1, 1)
    return [(since.year, since.month), following]


_MONTHS = range(1, 13)


def _date(year: int, month: int, day: int) -> date | None:
    if month not in _MONTHS or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)
