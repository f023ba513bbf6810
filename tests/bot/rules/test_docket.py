"""先急后缓、先集中后分散, for any docket."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.docket import Entry, Kind, docket, summary

NOW = datetime(2026, 11, 16, 1, tzinfo=UTC)
ENTRIES = st.lists(
    st.builds(
        Entry,
        kind=st.sampled_from(Kind),
        row=st.integers(1, 50),
        appeals=st.frozensets(st.integers(1, 12), min_size=1, max_size=4),
        households=st.integers(1, 9),
        since=st.integers(0, 90).map(lambda days: NOW - timedelta(days=days)),
        overdue=st.integers(0, 3),
        is_urgent=st.booleans(),
        is_danger=st.booleans(),
    ),
    unique_by=lambda entry: (entry.kind, entry.row),
)


def _entry(row: int, kind: Kind = Kind.APPEAL, households: int = 1, overdue: int = 0, days: int = 1) -> Entry:
    return Entry(kind, row, frozenset({row}), households, NOW - timedelta(days=days), overdue)


def test_what_presses_comes_first_then_what_most_share_then_what_waits_longest() -> None:
    late, shared, young, old = _entry(1, overdue=2), _entry(2, Kind.ISSUE, 9), _entry(3), _entry(4, days=30)
    danger = Entry(Kind.APPEAL, 5, frozenset({5}), 1, NOW, is_danger=True)
    assert docket([young, old, shared, late, danger]) == [danger, late, shared, old, young]
    assert vars(summary([young, old, shared, late, danger])) == {"urgent": 2, "shared": 1, "rest": 2}


def test_an_appeal_of_a_common_issue_is_not_spoken_of_alone() -> None:
    issue = Entry(Kind.ISSUE, 1, frozenset({7, 8}), 2, NOW)
    assert docket([_entry(7), issue, _entry(9)]) == [issue, _entry(9)]


def test_of_two_decisions_on_one_matter_the_later_one_comes_back() -> None:
    earlier, later = (Entry(Kind.DECISION, row, frozenset({7}), 1, NOW) for row in (1, 2))
    assert docket([earlier, later]) == [later]


@given(ENTRIES)
def test_nothing_that_presses_stands_behind_what_does_not(entries: list[Entry]) -> None:
    pressing = [entry.presses for entry in docket(entries)]
    assert pressing == sorted(pressing, reverse=True)


@given(ENTRIES)
def test_among_equals_what_more_households_share_stands_first(entries: list[Entry]) -> None:
    found = docket(entries)
    for first, second in pairwise(found):
        if (first.is_danger, first.presses) == (second.is_danger, second.presses):
            assert first.households >= second.households


@given(ENTRIES)
def test_every_appeal_is_spoken_of_and_no_entry_says_only_what_was_said(entries: list[Entry]) -> None:
    found = docket(entries)
    assert set().union(*(entry.appeals for entry in found)) == set().union(*(entry.appeals for entry in entries))
    for kind in Kind:
        earlier = [one for one in found if list(Kind).index(one.kind) < list(Kind).index(kind)]
        before: set[int] = set().union(*(one.appeals for one in earlier))
        assert not any(entry.appeals <= before for entry in found if entry.kind is kind)


@given(ENTRIES, st.randoms())
def test_the_order_does_not_depend_on_the_order_of_finding(entries: list[Entry], random: Random) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert docket(shuffled) == docket(entries)
    assert summary(docket(entries)).count == len(docket(entries))
