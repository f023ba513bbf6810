from datetime import date

import pytest

from bot.rules.date_words import read_days, read_deadline

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12月1日到12月5日", (date(2026, 12, 1), date(2026, 12, 5))),
        ("25号到30号", (date(2026, 11, 25), date(2026, 11, 30))),
        ("28号到3号", (date(2026, 11, 28), date(2026, 12, 3))),
        ("12月30日到1月4日", (date(2026, 12, 30), date(2027, 1, 4))),
        ("到26号", (TODAY, date(2026, 11, 26))),
        ("到5号", (TODAY, date(2026, 12, 5))),
        ("23号到23号", (TODAY, TODAY)),
        ("11月31日", None),
        ("13月1日", None),
        ("1号2号3号", None),
        ("下个月", None),
        ("", None),
    ],
)
def test_days_are_read_as_the_next_such_days(text: str, days: tuple[date, date] | None) -> None:
    assert read_days(text, TODAY) == days


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("12月1日以前", date(2026, 12, 1)),
        ("30号前办好", date(2026, 11, 30)),
        ("今天下班前", TODAY),
        ("明天", date(2026, 11, 24)),
        ("大后天", date(2026, 11, 26)),
        ("今天起三天内", date(2026, 11, 26)),
        ("下周五", date(2026, 12, 4)),
        ("这周五以前", date(2026, 11, 27)),
        ("月底", date(2026, 11, 30)),
        ("下月底", date(2026, 12, 31)),
        ("十天内", date(2026, 12, 3)),
        ("二十五天", date(2026, 12, 18)),
        ("两周", date(2026, 12, 7)),
        ("一个月", date(2026, 12, 23)),
        ("周日", date(2026, 11, 29)),
        ("尽快", None),
        ("31号", date(2026, 12, 31)),
        ("12月32日", None),
    ],
)
def test_a_deadline_is_read_from_a_day_a_weekday_or_so_many_days(words: str, by: date | None) -> None:
    assert read_deadline(words, date(2026, 11, 23)) == by
