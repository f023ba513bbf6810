from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.rules.numbers import number_for_officials, number_for_villagers, series_of
from bot.rules.wall import EchoForm, form_of, goes_up_agreed_at, goes_up_at
from tests.bot.rules.calendars import POLICY, shanghai

WALL = POLICY.wall


def test_a_place_or_a_service_shows_in_full() -> None:
    assert form_of(WALL, is_personal=False, said_yes=False, households_this_year=1) is EchoForm.FULL


@pytest.mark.parametrize(
    ("said_yes", "households", "form"),
    [
        (False, 1, EchoForm.CATEGORY_ONLY),
        (False, 4, EchoForm.CATEGORY_ONLY),
        (False, 5, EchoForm.FULL),
        (True, 1, EchoForm.FULL),
    ],
)
def test_a_persons_own_affairs_show_only_by_their_yes_or_among_five_households(
    said_yes: bool, households: int, form: EchoForm
) -> None:
    assert form_of(WALL, is_personal=True, said_yes=said_yes, households_this_year=households) is form


def test_a_day_of_silence_is_consent() -> None:
    seen = shanghai(date(2026, 11, 18), 9)
    assert goes_up_at(seen, WALL) == seen + timedelta(days=1)


@pytest.mark.parametrize(("after_yes", "said_after", "waits"), [(24, 1, 24), (2, 1, 3), (0, 1, 1), (2, 23, 24)])
def test_a_yes_may_hasten_an_entry_and_never_delays_it(after_yes: int, said_after: int, waits: int) -> None:
    """All in hours; the wait is from the preview on."""
    seen = shanghai(date(2026, 11, 18), 9)
    terms = replace(WALL, after_yes=timedelta(hours=after_yes))
    said = seen + timedelta(hours=said_after)
    assert goes_up_agreed_at(goes_up_at(seen, terms), said, terms) == seen + timedelta(hours=waits)


def test_numbers_can_be_said_aloud_and_hidden_ones_are_the_countys() -> None:
    village, county = (series_of("磨石沟", is_hidden=hidden) for hidden in (False, True))
    assert (number_for_officials(village, 127), number_for_villagers(village, 127)) == ("磨石沟-127", "127号")
    assert number_for_officials(county, 412) == number_for_villagers(county, 412) == "县-412"
