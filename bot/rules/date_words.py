"""Days as people write them: 12月1日到12月5日, 1号到5号, 到5号; and by when: 明天, 下周五, 月底, 十天."""

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"(?:(\d{1,2})月)?(\d{1,2})[日号]")
_IN_DAYS = re.compile(r"(\d{1,3}|[一二两三四五六七八九十]{1,3})(天|周|个?星期|个月)(?!前)")
_WEEKDAY = re.compile(r"(下?)(?:周|星期|礼拜)([一二三四五六日天])")
_NEAR = {"大后天": 3, "后天": 2, "明天": 1, "今天": 0}
_NUMERALS = {sign: number for number, sign in enumerate("零一二三四五六七八九十")} | {"两": 2}
_SPANS = {"天": 1, "周": 7, "星期": 7, "个星期": 7, "个月": 30}
_WEEK = "一二三四五六日"


def read_deadline(text: str, today: date) -> date | None:
    """By when: a day as above, else 明天, 下周五, 月底, or so many days, weeks or months from today. None where no day
    is written, or one that has passed."""
    if _DAY.search(text):
        days = read_days(text, today)
        return days[1] if days else None
    if "月底" in text:
        return _end_of_month(today, next_one="下" in text)
    if found := _WEEKDAY.search(text):
        return _weekday(today, _WEEK.index(found[2].replace("天", "日")), next_one=bool(found[1]))
    if found := _IN_DAYS.search(text):
        number = int(found[1]) if found[1].isdecimal() else _numeral(found[1])
        return today + timedelta(days=number * _SPANS[found[2]]) if number else None
    near = next((days for word, days in _NEAR.items() if word in text), None)
    return None if near is None else today + timedelta(days=near)


def _end_of_month(today: date, *, next_one: bool) -> date:
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1) if next_one else today
    return first.replace(day=monthrange(first.year, first.month)[1])


def _weekday(today: date, weekday: int, *, next_one: bool) -> date | None:
    """A week begins on Monday."""
    day = today + timedelta(days=weekday - today.weekday() + 7 * next_one)
    return day if day >= today else None


def _numeral(words: str) -> int:
    """Up to 九十九; 0 for what is none."""
    tens, ten, ones = words.rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return 0
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)


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
