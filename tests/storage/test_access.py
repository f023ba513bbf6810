"""Who may see what (DESIGN §2: barred, whose it is, private)."""

import pytest

from bot.rules.access import Sight
from bot.rules.errors import NotYours
from bot.rules.escalation import Complaint, Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Status
from storage.access import AppealView, access_appeal, find_holding_officials
from storage.appeals import record_private
from storage.grids import record_leads
from storage.members import Vouchers, add_member, record_member_left
from storage.models import Appeal, Official
from storage.officials import record_official_account_ended
from tests.storage.cases import file, go_on
from tests.storage.conftest import Settled
from tests.storage.county import (
    AREA_LEAD,
    CADRE,
    CLERK,
    DAYONG,
    GUILAN,
    INSPECTOR,
    MAYOR,
    OFFICE,
    VILLAGE_LEAD,
    XIUYING,
    County,
)

EVERYBODY = (GUILAN, DAYONG, XIUYING, CADRE, VILLAGE_LEAD, AREA_LEAD, MAYOR, OFFICE, INSPECTOR, CLERK, 9999)


async def _look(county: County, user_id: int, appeal: Appeal) -> AppealView:
    return await access_appeal(county.session, await county.viewer(user_id), appeal.id)


async def _who_sees(county: County, appeal: Appeal) -> dict[int, Sight]:
    seen = {}
    for user_id in EVERYBODY:
        try:
            seen[user_id] = (await _look(county, user_id, appeal)).sight
        except NotYours:
            continue
    return seen


async def _climb(settled: Settled, appeal: Appeal, lead: int, level: Level, grid: str) -> None:
    county, cast = settled
    holder = Holder(level, official=cast.officials[lead], grid=grid)
    await go_on(county, appeal, Action.ESCALATE, status=Status.ESCALATED, holder=holder)


async def test_a_new_appeal_is_its_authors_its_households_and_its_holders(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    everybody = [GUILAN, DAYONG, CADRE, OFFICE]
    assert await _who_sees(county, appeal) == dict.fromkeys(everybody, Sight.WORDS)
    actors = [(await _look(county, user_id, appeal)).actors for user_id in everybody]
    assert actors == [{Actor.AUTHOR}, set(), {Actor.HOLDER}, {Actor.COUNTY_OFFICE}]


async def test_a_lead_sees_it_only_once_it_has_reached_their_grid_and_keeps_seeing_it(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    await _climb(settled, appeal, VILLAGE_LEAD, Level.VILLAGE, "V")
    assert set(await _who_sees(county, appeal)) == {GUILAN, DAYONG, CADRE, VILLAGE_LEAD, OFFICE}
    await _climb(settled, appeal, AREA_LEAD, Level.AREA, "A")
    assert set(await _who_sees(county, appeal)) == {GUILAN, DAYONG, CADRE, VILLAGE_LEAD, AREA_LEAD, OFFICE}
    assert (await _look(county, VILLAGE_LEAD, appeal)).actors == set()
    assert (await _look(county, AREA_LEAD, appeal)).actors == {Actor.LEAD, Actor.HOLDER}
    assert (await _look(county, CADRE, appeal)).actors == set()


async def test_danger_is_seen_by_those_who_were_told_at_once(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast, told=[cast.officials[VILLAGE_LEAD], cast.officials[MAYOR]])
    assert set(await _who_sees(county, appeal)) == {GUILAN, DAYONG, CADRE, VILLAGE_LEAD, MAYOR, OFFICE}
    assert (await _look(county, MAYOR, appeal)).actors == {Actor.LEAD}


async def test_the_barred_secretary_of_the_report_learns_nothing_through_any_post(settled: Settled) -> None:
    # seed: the cadre of 磨石沟 is the party secretary of its township.
    county, cast = settled
    inspectors, mayor = Holder(Level.TOWNSHIP, unit="JW"), cast.officials[MAYOR]
    appeal = await file(county, cast, holder=inspectors, barred=[cast.officials[CADRE]], told=[mayor])
    await county.away(mayor, cast.officials[CADRE])
    words, card = dict.fromkeys([GUILAN, INSPECTOR, CLERK], Sight.WORDS), dict.fromkeys([MAYOR, OFFICE], Sight.CARD)
    assert await _who_sees(county, appeal) == words | card
    await _climb(settled, appeal, OFFICE, Level.COUNTY, "C")
    assert CADRE not in await _who_sees(county, appeal)


async def test_barred_later_the_cadre_who_held_it_knows_it_no_longer(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    lead = Holder(Level.VILLAGE, official=cast.officials[VILLAGE_LEAD], grid="V")
    barred = frozenset({cast.officials[CADRE]})
    await go_on(county, appeal, Action.BAR, holder=lead, complaint=Complaint.UNSEEN, barred=barred)
    assert await _who_sees(county, appeal) == {
        GUILAN: Sight.WORDS,
        VILLAGE_LEAD: Sight.WORDS,
        OFFICE: Sight.CARD,
    }


async def test_the_barred_holds_nothing_even_where_the_row_names_them(settled: Settled) -> None:
    county, cast = settled
    held = await file(county, cast, barred=[cast.officials[CADRE]])
    assert await find_holding_officials(county.session, held) == frozenset()
    assert set(await _who_sees(county, held)) == {GUILAN, OFFICE}


async def test_whom_the_barred_named_as_deputy_learns_nothing_through_them(settled: Settled) -> None:
    county, cast = settled
    await county.away(cast.officials[CADRE], cast.officials[AREA_LEAD])
    township = Holder(Level.TOWNSHIP, grid="T")
    appeal = await file(county, cast, holder=township, barred=[cast.officials[CADRE]])
    assert set(await _who_sees(county, appeal)) == {GUILAN, MAYOR, OFFICE}


async def test_a_barred_cadre_who_puts_the_office_down_and_joins_the_household_learns_nothing(
    settled: Settled,
) -> None:
    county, cast = settled
    appeal = await file(county, cast, holder=Holder(Level.TOWNSHIP, unit="JW"), barred=[cast.officials[CADRE]])
    phone = await county.account(CADRE)
    await record_official_account_ended(county.session, cast.officials[CADRE], phone, county.hands.now)
    await add_member(county.session, cast.household, phone, "孙明", Vouchers(), county.hands.now)
    viewer = await county.viewer(CADRE)
    assert (viewer.officials, viewer.households) == (frozenset(), frozenset({cast.household}))
    assert set(await _who_sees(county, appeal)) == {GUILAN, INSPECTOR, CLERK, OFFICE}


async def test_a_private_one_is_not_for_the_rest_of_the_household(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast, is_private=True)
    assert await _who_sees(county, appeal) == {GUILAN: Sight.WORDS, CADRE: Sight.WORDS, OFFICE: Sight.CARD}


async def test_private_words_are_for_the_author_and_whoever_holds_it_now(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast, is_private=True)
    await _climb(settled, appeal, VILLAGE_LEAD, Level.VILLAGE, "V")
    await _climb(settled, appeal, AREA_LEAD, Level.AREA, "A")
    words, card = [GUILAN, AREA_LEAD], [CADRE, VILLAGE_LEAD, OFFICE]
    assert await _who_sees(county, appeal) == dict.fromkeys(words, Sight.WORDS) | dict.fromkeys(card, Sight.CARD)
    for user_id, title in ((GUILAN, "俺娘八十了瘫床上"), (AREA_LEAD, "俺娘八十了瘫床上"), (VILLAGE_LEAD, None)):
        view = await _look(county, user_id, appeal)
        assert (view.title, bool(view.keywords)) == (title, title is not None)


async def test_made_private_later_it_is_closed_to_those_who_read_it_before(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    assert (await _look(county, DAYONG, appeal)).title
    await record_private(county.session, appeal, "illness")
    with pytest.raises(NotYours):
        await _look(county, DAYONG, appeal)


async def test_a_deputy_acts_as_the_holder_who_is_away(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    await county.away(cast.officials[CADRE], cast.officials[AREA_LEAD])
    view = await _look(county, AREA_LEAD, appeal)
    assert view.actors == {Actor.HOLDER}


async def test_a_grids_leads_hold_what_is_the_grids_and_only_while_they_lead_it(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast, holder=Holder(Level.TOWNSHIP, grid="T"))
    assert {MAYOR, CADRE} <= set(await _who_sees(county, appeal))
    township = appeal.holder_grid_id
    assert township is not None
    await record_leads(county.session, township, [cast.officials[MAYOR]], county.hands.now)
    assert set(await _who_sees(county, appeal)) == {GUILAN, DAYONG, MAYOR, OFFICE}


async def test_whoever_has_left_office_sees_it_no_longer(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    (await county.session.get_one(Official, cast.officials[CADRE])).left_at = county.hands.now
    await county.session.flush()
    assert set(await _who_sees(county, appeal)) == {GUILAN, DAYONG, OFFICE}


async def test_whoever_has_left_the_household_keeps_only_what_they_said_themselves(settled: Settled) -> None:
    county, cast = settled
    hers, his = await file(county, cast), await file(county, cast, author=DAYONG)
    await record_member_left(county.session, cast.household, await county.account(DAYONG), county.hands.now)
    with pytest.raises(NotYours):
        await _look(county, DAYONG, hers)
    assert (await _look(county, DAYONG, his)).actors == {Actor.AUTHOR}


async def test_what_does_not_exist_is_refused_like_what_is_anothers(settled: Settled) -> None:
    county, cast = settled
    await file(county, cast)
    with pytest.raises(NotYours):
        await access_appeal(county.session, await county.viewer(GUILAN), 10**9)
