from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.access import Guarded, Reader, Sight, roles_of, sight_of
from bot.rules.lifecycle import Actor

GUILAN, GRANDSON, SUN, VILLAGE_LEAD, COUNTY_HEAD, DOCTOR, DEPUTY, TOWN_LEAD, HEAD = range(101, 110)
HOUSE, VILLAGE, TOWNSHIP, COUNTY, CLINIC = 1, 11, 13, 14, 21

APPEAL = Guarded(author=GUILAN, household=HOUSE, holder_official=SUN, grids=frozenset({VILLAGE, TOWNSHIP, COUNTY}))
PRIVATE = replace(APPEAL, is_private=True)
COMPLAINT = replace(APPEAL, holder_official=None, holder_unit=CLINIC, barred=frozenset({SUN}), is_hidden=True)


AUTHOR = Reader(account=GUILAN, households=frozenset({HOUSE}))
MEMBER = Reader(account=GRANDSON, households=frozenset({HOUSE}))
STRANGER = Reader(account=999, households=frozenset({2}))
CADRE = Reader(SUN, officials=frozenset({SUN}))
LEAD = Reader(VILLAGE_LEAD, officials=frozenset({VILLAGE_LEAD}), leads=frozenset({VILLAGE}))
OFFICE = Reader(COUNTY_HEAD, officials=frozenset({COUNTY_HEAD}), leads=frozenset({COUNTY}), is_county_office=True)
STAND_IN = Reader(DEPUTY, officials=frozenset({DEPUTY}), stands_in_for=frozenset({SUN}))
OFFICER = Reader(DOCTOR, officials=frozenset({DOCTOR}), units=frozenset({CLINIC}))


@pytest.mark.parametrize(
    ("reader", "public", "private", "complaint"),
    [
        (AUTHOR, Sight.WORDS, Sight.WORDS, Sight.WORDS),
        (MEMBER, Sight.WORDS, Sight.NOTHING, Sight.NOTHING),
        (STRANGER, Sight.NOTHING, Sight.NOTHING, Sight.NOTHING),
        (CADRE, Sight.WORDS, Sight.WORDS, Sight.NOTHING),
        (STAND_IN, Sight.WORDS, Sight.WORDS, Sight.NOTHING),
        (LEAD, Sight.WORDS, Sight.CARD, Sight.NOTHING),
        (OFFICE, Sight.WORDS, Sight.CARD, Sight.CARD),
        (OFFICER, Sight.NOTHING, Sight.NOTHING, Sight.WORDS),
    ],
)
def test_everybody_sees_as_much_as_they_need(reader: Reader, public: Sight, private: Sight, complaint: Sight) -> None:
    assert [sight_of(reader, appeal) for appeal in (APPEAL, PRIVATE, COMPLAINT)] == [public, private, complaint]


def test_a_helper_works_on_a_public_one_and_sees_only_the_card_of_a_private_one() -> None:
    helped = replace(APPEAL, helpers=frozenset({DOCTOR}))
    assert sight_of(OFFICER, helped) is Sight.WORDS
    assert sight_of(OFFICER, replace(helped, is_private=True)) is Sight.CARD


def test_the_head_of_a_unit_sees_what_an_officer_of_it_holds_by_name_but_does_not_hold_it() -> None:
    head = Reader(HEAD, officials=frozenset({HEAD}), units=frozenset({CLINIC}), heads=frozenset({CLINIC}))
    named = replace(APPEAL, holder_official=DOCTOR, holder_unit=CLINIC)
    assert (sight_of(head, named), roles_of(head, named)) == (Sight.WORDS, frozenset())
    assert sight_of(head, replace(named, is_private=True)) is Sight.CARD
    assert sight_of(head, replace(named, barred=frozenset({HEAD}))) is Sight.NOTHING
    assert sight_of(replace(head, heads=frozenset({CLINIC + 1})), named) is Sight.NOTHING
    assert sight_of(OFFICER, replace(named, holder_official=HEAD)) is Sight.NOTHING


def test_the_townships_lead_who_is_told_of_a_complaint_sees_its_card() -> None:
    told = Reader(TOWN_LEAD, officials=frozenset({TOWN_LEAD}))
    assert sight_of(told, replace(COMPLAINT, told=told.officials)) is Sight.CARD


def test_who_wrote_it_for_somebody_knows_its_words_but_never_judges_it() -> None:
    written = replace(PRIVATE, author=None, writer=GRANDSON)
    assert sight_of(MEMBER, written) is Sight.WORDS
    assert roles_of(MEMBER, written) == {Actor.WRITER}


def test_nobody_without_an_account_is_taken_for_an_author_without_one() -> None:
    assert roles_of(Reader(), replace(APPEAL, author=None)) == frozenset()


IDS = st.frozensets(st.integers(1, 4))
READERS = st.builds(Reader, st.integers(1, 4), IDS, IDS.filter(bool), IDS, IDS, IDS, IDS, st.booleans())
APPEALS = st.builds(
    Guarded,
    author=st.just(9),
    household=st.integers(1, 4),
    writer=st.none() | st.integers(1, 4),
    holder_official=st.none() | st.integers(1, 4),
    holder_unit=st.none() | st.integers(1, 4),
    holder_grid=st.none() | st.integers(1, 4),
    helpers=IDS,
    told=IDS,
    grids=IDS,
    is_private=st.booleans(),
    is_hidden=st.booleans(),
)


@given(READERS, APPEALS)
def test_a_barred_person_is_nobody_and_sees_nothing_whatever_other_posts_they_hold(
    reader: Reader, appeal: Guarded
) -> None:
    barred = replace(appeal, barred=reader.officials)
    assert roles_of(reader, barred) == frozenset()
    assert sight_of(reader, barred) is Sight.NOTHING


@given(READERS, APPEALS)
def test_making_it_private_never_shows_anybody_more(reader: Reader, appeal: Guarded) -> None:
    public, private = (sight_of(reader, replace(appeal, is_private=hidden)) for hidden in (False, True))
    assert private <= public
