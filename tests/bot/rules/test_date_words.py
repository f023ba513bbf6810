from datetime import date

import pytest

from bot.rules.date_words import read_days

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
