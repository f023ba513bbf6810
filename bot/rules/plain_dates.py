"""Days as people say them: today, on Friday, next Wednesday."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Nearness(StrEnum):
    """How a day is best named on another one."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    DAY_AFTER = "day_after"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this_week"
    NEXT_WEEK = "next_week"
    THIS_YEAR = "this_year"
    OTHER_YEAR = "other_year"


_BY_DAYS = {-1: Nearness.YESTERDAY, 0: Nearness.TODAY, 1: Nearness.TOMORROW, 2: Nearness.DAY_AFTER}
_ONE_WEEK = timedelta(days=7)


def nearness(day: date, today: date) -> Nearness:
    """A week begins on Monday, and a day that has passed is named by its date."""
    close = _BY_DAYS.get((day - today).days)
    if close:
        return close
    for weeks, name in enumerate((Nearness.THIS_WEEK, Nearness.NEXT_WEEK)):
        if day > today and _monday(day) == _monday(today) + weeks * _ONE_WEEK:
            return name
    return Nearness.THIS_YEAR if day.year == today.year else Nearness.OTHER_YEAR


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True)
class _Language:
    """`by_close` says by which near day something is due, `by` by which other."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    days: dict[Nearness, str]
    by_close: str
    by: str


_LANGUAGES = {
    "zh-Hans": _Language(
        weekdays=("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
        months=tuple(f"{month}月" for month in range(1, 13)),
        days={
            Nearness.YESTERDAY: "昨天",
            Nearness.TODAY: "今天",
            Nearness.TOMORROW: "明天",
            Nearness.DAY_AFTER: "后天",
            Nearness.THIS_WEEK: "{weekday}",
            Nearness.NEXT_WEEK: "下{weekday}({month}{day}日)",
            Nearness.THIS_YEAR: "{month}{day}日({weekday})",
            Nearness.OTHER_YEAR: "{year}年{month}{day}日({weekday})",
        },
        by_close="{day}下班前",
        by="{day}以前",
    ),
    "en": _Language(
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        months=(
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        days={
            Nearness.YESTERDAY: "yesterday",
            Nearness.TODAY: "today",
            Nearness.TOMORROW: "tomorrow",
            Nearness.DAY_AFTER: "{weekday}",
            Nearness.THIS_WEEK: "{weekday}",
            Nearness.NEXT_WEEK: "{weekday} next week ({day} {month})",
            Nearness.THIS_YEAR: "{weekday}, {day} {month}",
            Nearness.OTHER_YEAR: "{weekday}, {day} {month} {year}",
        },
        by_close="by the end of {day}",
        by="by {day}",
    ),
}
_CLOSE = (Nearness.TODAY, Nearness.TOMORROW, Nearness.DAY_AFTER)


def say_day(day: date, today: date, language: str) -> str:
    words = _LANGUAGES[language]
    return words.days[nearness(day, today)].format(
        weekday=words.weekdays[day.weekday()], month=words.months[day.month - 1], day=day.day, year=day.year
    )


def say_by(day: date, today: date, language: str) -> str:
    """By when: 明天下班前, 周五以前, 下周三(11月25日)以前."""
    words = _LANGUAGES[language]
    form = words.by_close if nearness(day, today) in _CLOSE else words.by
    return form.format(day=say_day(day, today, language))
