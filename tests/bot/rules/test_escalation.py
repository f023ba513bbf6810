from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.escalation import (
    Complaint,
    Holder,
    Ladder,
    Rung,
    first_holder,
    next_holder,
    told_of_complaint,
    told_of_danger,
)
from bot.rules.levels import GRID_LEVELS, Level

# 磨石沟: Sun is the household's contact cadre and the party secretary of its township.
SUN, VILLAGE_LEAD, AREA_LEAD, COUNTY_LEADER, OFFICE_HEAD, EXAMINER = range(1, 7)


def _ladder(cadre: int | None, village: tuple[int, ...], area: tuple[int, ...], township: tuple[int, ...]) -> Ladder:
    leads = (village, area, township, (OFFICE_HEAD,))
    rungs = tuple(Rung(level, level.value, of) for level, of in zip(GRID_LEVELS, leads, strict=True))
    return Ladder(cadre, rungs, "discipline", frozenset({EXAMINER}))


MOSHIGOU = _ladder(SUN, (VILLAGE_LEAD,), (AREA_LEAD,), (SUN, COUNTY_LEADER))


def _climb(ladder: Ladder, first: Holder, barred: frozenset[int] = frozenset()) -> list[Holder]:
    climbed, held, holder = [first], {first.official}, first
    while True:
        found = next_holder(ladder, holder.level, frozenset(o for o in held if o is not None), barred)
        if found is None:
            return climbed
        climbed.append(found)
        held.add(found.official)
        holder = found


def _officials(holders: list[Holder]) -> list[int | None]:
    return [holder.official for holder in holders]


def test_an_appeal_begins_with_the_own_cadre_and_climbs_level_by_level() -> None:
    first = first_holder(MOSHIGOU)
    assert first == Holder(Level.CADRE, SUN)
    assert [holder.level for holder in _climb(MOSHIGOU, first)] == list(Level)


def test_in_moshigou_the_cadre_never_meets_it_again_as_secretary_of_the_township() -> None:
    climbed = _climb(MOSHIGOU, first_holder(MOSHIGOU))
    assert _officials(climbed) == [SUN, VILLAGE_LEAD, AREA_LEAD, COUNTY_LEADER, OFFICE_HEAD]


def test_a_complaint_about_him_passes_him_by_as_cadre_and_as_secretary() -> None:
    barred = frozenset({SUN})
    first = first_holder(MOSHIGOU, Complaint.ACCUSED, barred)
    assert first == Holder(Level.TOWNSHIP, unit="discipline")
    assert told_of_complaint(MOSHIGOU, barred) == Holder(Level.TOWNSHIP, COUNTY_LEADER, "township")
    assert _officials(_climb(MOSHIGOU, first, barred)) == [None, OFFICE_HEAD]


def test_what_he_shall_only_not_know_of_goes_the_ordinary_way_past_him() -> None:
    barred = frozenset({SUN})
    climbed = _climb(MOSHIGOU, first_holder(MOSHIGOU, Complaint.UNSEEN, barred), barred)
    assert _officials(climbed) == [VILLAGE_LEAD, AREA_LEAD, COUNTY_LEADER, OFFICE_HEAD]


def test_where_he_is_the_townships_only_lead_the_county_is_told_and_the_level_is_passed_over() -> None:
    ladder, barred = _ladder(SUN, (VILLAGE_LEAD,), (AREA_LEAD,), (SUN,)), frozenset({SUN})
    assert told_of_complaint(ladder, barred) == Holder(Level.COUNTY, grid="county")
    assert next_holder(ladder, Level.AREA, barred=barred) == Holder(Level.COUNTY, OFFICE_HEAD, "county")


def test_a_village_lead_who_is_the_cadre_himself_is_passed_over() -> None:
    ladder = _ladder(VILLAGE_LEAD, (VILLAGE_LEAD,), (AREA_LEAD,), (COUNTY_LEADER,))
    assert next_holder(ladder, Level.CADRE, held=frozenset({VILLAGE_LEAD})) == Holder(Level.AREA, AREA_LEAD, "area")


def test_a_household_without_a_cadre_is_the_village_leads() -> None:
    ladder = _ladder(None, (VILLAGE_LEAD,), (AREA_LEAD,), (COUNTY_LEADER,))
    assert first_holder(ladder) == Holder(Level.VILLAGE, VILLAGE_LEAD, "village")


def test_a_complaint_about_the_discipline_units_own_officers_is_the_county_offices() -> None:
    barred = frozenset({SUN, EXAMINER})
    assert first_holder(MOSHIGOU, Complaint.ACCUSED, barred) == Holder(Level.COUNTY, OFFICE_HEAD, "county")


def test_above_the_county_there_is_nobody() -> None:
    assert next_holder(MOSHIGOU, Level.COUNTY) is None


def test_where_everybody_is_barred_the_county_office_as_such_has_it() -> None:
    everybody = frozenset(range(1, 7))
    assert first_holder(MOSHIGOU, Complaint.UNSEEN, everybody) == Holder(Level.COUNTY, grid="county")
    assert first_holder(MOSHIGOU, Complaint.ACCUSED, everybody) == Holder(Level.COUNTY, grid="county")


def test_where_the_roster_has_no_discipline_unit_a_complaint_is_the_countys() -> None:
    nobody = replace(MOSHIGOU, discipline_unit="", discipline_officers=frozenset())
    found = first_holder(nobody, Complaint.ACCUSED, frozenset({SUN}))
    assert found == Holder(Level.COUNTY, official=OFFICE_HEAD, grid="county")


def test_danger_is_told_to_cadre_village_and_township_each_once_and_never_to_the_barred() -> None:
    assert told_of_danger(MOSHIGOU) == (SUN, VILLAGE_LEAD, COUNTY_LEADER)
    assert told_of_danger(MOSHIGOU, frozenset({SUN})) == (VILLAGE_LEAD, COUNTY_LEADER)


PEOPLE = st.integers(1, 5)
LEADS = st.lists(PEOPLE, max_size=3, unique=True).map(tuple)


@given(st.none() | PEOPLE, LEADS, LEADS, LEADS, st.frozensets(PEOPLE), st.sampled_from(Complaint))
def test_whoever_holds_it_is_not_barred_and_had_it_never_before(
    cadre: int | None,
    village: tuple[int, ...],
    area: tuple[int, ...],
    township: tuple[int, ...],
    barred: frozenset[int],
    complaint: Complaint,
) -> None:
    ladder = _ladder(cadre, village, area, township)
    climbed = _climb(ladder, first_holder(ladder, complaint, barred), barred)
    named = [holder.official for holder in climbed if holder.official is not None]
    assert not barred & set(named)
    assert len(named) == len(set(named))
    levels = [holder.level for holder in climbed]
    assert levels == sorted(set(levels))
    assert levels[-1] is Level.COUNTY


@pytest.mark.parametrize("level", Level)
def test_levels_compare_in_climbing_order(level: Level) -> None:
    assert level.above is None or level < level.above
    assert level <= Level.COUNTY
