from datetime import UTC, datetime, timedelta

from bot.rules.heat import Heat, Report, heat_of

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


def _told(household: int, days: float, village: int = 1) -> Report:
    return Report(household, village, NOW - timedelta(days=days))


def test_it_says_since_when_where_how_many_and_how_fast() -> None:
    heat = heat_of([_told(1, 20), _told(2, 8), _told(3, 2, village=2), _told(4, 1, village=2)], NOW)
    assert heat == Heat(NOW - timedelta(days=20), households=4, villages=2, this_week=2, week_before=1)
    assert heat.grows


def test_a_household_that_tells_it_twice_counts_once() -> None:
    heat = heat_of([_told(1, 1), _told(1, 2), _told(1, 9)], NOW)
    assert (heat.households, heat.this_week, heat.week_before) == (1, 1, 1)
    assert not heat.grows


def test_a_week_ends_where_the_one_before_begins() -> None:
    heat = heat_of([_told(1, 7), _told(2, 14), _told(3, 6.999)], NOW)
    assert (heat.this_week, heat.week_before) == (1, 1)


def test_what_grows_comes_before_what_is_large() -> None:
    growing = heat_of([_told(household, 1) for household in range(2)], NOW)
    large = heat_of([_told(household, 40) for household in range(9)], NOW)
    larger = heat_of([_told(household, 1) for household in range(3)], NOW)
    assert sorted([large, growing, larger], key=lambda heat: heat.rank, reverse=True) == [larger, growing, large]
