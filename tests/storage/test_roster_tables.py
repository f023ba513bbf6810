from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage.colleagues import list_colleagues
from storage.contact_links import find_cadre, list_contact_links, record_cadre
from storage.deputies import (
    add_deputy,
    find_deputy,
    list_deputies,
    list_deputies_to_begin,
    list_deputies_to_end,
    record_deputy_begun,
    record_deputy_ended,
)
from storage.grids import (
    find_grid,
    list_grids_below,
    list_leads,
    list_led_grids,
    list_path,
    list_villages,
    record_leads,
)
from storage.households import (
    find_household,
    list_households,
    list_households_of_cadre,
    list_unassigned_households,
    list_unlinked_households,
)
from storage.models import ContactLink, Grid, Official
from storage.officials import find_official, record_official_account_ended
from tests.storage.conftest import Settled
from tests.storage.county import AREA_LEAD, CADRE, CLERK, INSPECTOR, MAYOR, OFFICE, VILLAGE_LEAD, County


async def _grid(county: County, code: str) -> Grid:
    grid = await find_grid(county.session, code)
    assert grid is not None
    return grid


async def test_the_path_goes_from_the_village_to_the_county(settled: Settled) -> None:
    county, _ = settled
    village = await _grid(county, "V")
    assert [grid.code for grid in await list_path(county.session, village.id)] == ["V", "A", "T", "C"]


async def test_a_grids_villages_are_found_however_deep_they_lie(settled: Settled) -> None:
    county, cast = settled
    top, village = await _grid(county, "C"), await _grid(county, "V")
    other = await county.grid("V2", "东庄", "village", await _grid(county, "A"), cast.officials[VILLAGE_LEAD])
    assert await list_villages(county.session, top.id) == [village.id, other.id]
    assert await list_villages(county.session, village.id) == [village.id]
    assert [grid.code for grid in await list_grids_below(county.session, (await _grid(county, "A")).id)] == ["V", "V2"]


async def test_a_township_has_two_leads_and_one_of_them_is_first(settled: Settled) -> None:
    # DESIGN §2: the county leader in charge of it and its party secretary.
    county, cast = settled
    township = await _grid(county, "T")
    mayor, cadre = cast.officials[MAYOR], cast.officials[CADRE]
    assert [lead.id for lead in await list_leads(county.session, township.id)] == [mayor, cadre]
    await record_leads(county.session, township.id, [cadre, mayor], county.hands.now)
    assert [lead.id for lead in await list_leads(county.session, township.id)] == [cadre, mayor]


async def test_whoever_no_longer_leads_a_grid_is_not_found_there(settled: Settled) -> None:
    county, cast = settled
    area = await _grid(county, "A")
    await record_leads(county.session, area.id, [cast.officials[OFFICE]], county.hands.now)
    assert [lead.id for lead in await list_leads(county.session, area.id)] == [cast.officials[OFFICE]]
    assert await list_led_grids(county.session, cast.officials[AREA_LEAD]) == []


async def test_the_link_with_a_cadre_has_a_history(settled: Settled) -> None:
    county, cast = settled
    county.hands.move(timedelta(days=30))
    lead = cast.officials[VILLAGE_LEAD]
    assert await record_cadre(county.session, cast.household, lead, "moved away", county.hands.now)
    assert not await record_cadre(county.session, cast.household, lead, "moved away", county.hands.now)
    first, second = await list_contact_links(county.session, cast.household)
    assert (first.official_id, first.until, second.until) == (cast.officials[CADRE], county.hands.now, None)
    cadre = await find_cadre(county.session, cast.household)
    assert cadre is not None
    assert cadre.id == lead


async def test_a_household_has_one_cadre_at_a_time(settled: Settled) -> None:
    county, cast = settled
    second = cast.officials[VILLAGE_LEAD]
    county.session.add(ContactLink(household_id=cast.household, official_id=second, since=county.hands.now))
    with pytest.raises(IntegrityError):
        await county.session.flush()
    await county.session.rollback()


async def test_a_household_without_a_cadre_is_listed(settled: Settled) -> None:
    county, cast = settled
    village = await _grid(county, "V")
    assert await list_unassigned_households(county.session, village.id) == []
    await record_cadre(county.session, cast.household, None, None, county.hands.now)
    assert await find_cadre(county.session, cast.household) is None
    unassigned = await list_unassigned_households(county.session, village.id)
    assert [household.id for household in unassigned] == [cast.household]


async def test_a_cadre_sees_which_households_nobody_speaks_for(settled: Settled) -> None:
    county, cast = settled
    village = await _grid(county, "V")
    silent = await county.household("3", village, cast.officials[CADRE])
    cadre = cast.officials[CADRE]
    assert [home.id for home in await list_unlinked_households(county.session, cadre)] == [silent]
    assert len(await list_households_of_cadre(county.session, cadre)) == 3
    assert len(await list_households(county.session, village.id)) == 3
    assert await find_household(county.session, "no such code") is None


async def test_a_deputy_stands_in_from_when_it_is_recorded_until_it_is_over(settled: Settled) -> None:
    county, cast = settled
    cadre, lead, now = cast.officials[CADRE], cast.officials[VILLAGE_LEAD], county.hands.now
    planned = await add_deputy(county.session, cadre, lead, now + timedelta(days=1), now + timedelta(days=3))
    assert (await county.viewer(VILLAGE_LEAD)).stands_for == frozenset()
    assert await list_deputies_to_begin(county.session, now) == []
    assert await list_deputies_to_begin(county.session, now + timedelta(days=1)) == [planned]
    await record_deputy_begun(county.session, planned, now)
    assert [deputy.id for deputy in await list_deputies(county.session, cadre)] == [lead]
    assert (await county.viewer(VILLAGE_LEAD)).stands_for == {cadre}
    assert await list_deputies_to_end(county.session, now + timedelta(days=3)) == [planned]
    assert await record_deputy_ended(county.session, planned, now)
    assert not await record_deputy_ended(county.session, planned, now)
    assert (await county.viewer(VILLAGE_LEAD)).stands_for == frozenset()
    assert await find_deputy(county.session, cadre) is None


async def test_colleagues_are_the_nearest_leads_first_and_only_those_with_a_phone(settled: Settled) -> None:
    county, cast = settled
    cadre = await county.session.get_one(Official, cast.officials[CADRE])
    found = [one.id for one in await list_colleagues(county.session, cadre)]
    assert found == [cast.officials[user] for user in (VILLAGE_LEAD, AREA_LEAD, MAYOR, OFFICE)]
    inspector = await county.session.get_one(Official, cast.officials[INSPECTOR])
    assert [one.id for one in await list_colleagues(county.session, inspector)] == [cast.officials[CLERK]]
    await record_official_account_ended(
        county.session, cast.officials[CLERK], await county.account(CLERK), county.hands.now
    )
    assert await list_colleagues(county.session, inspector) == []


async def test_an_official_is_found_by_number(settled: Settled) -> None:
    county, cast = settled
    official = await find_official(county.session, str(CADRE))
    assert official is not None
    assert official.id == cast.officials[CADRE]


@pytest.mark.parametrize("short_name", [None, "县"])
async def test_a_village_needs_a_name_for_its_numbers_that_is_not_the_countys(
    settled: Settled, short_name: str | None
) -> None:
    county, _ = settled
    area = await _grid(county, "A")
    county.session.add(Grid(code="V9", name="无名", level="village", parent_id=area.id, short_name=short_name))
    with pytest.raises(IntegrityError):
        await county.session.flush()
    await county.session.rollback()
