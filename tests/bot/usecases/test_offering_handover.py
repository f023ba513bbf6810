"""/handover on a lead's phone: which cadre, to whom, surely; and who may not."""

import pytest

from bot.rules.escalation import Complaint
from bot.usecases.send_digests import send_digests
from storage.contact_links import find_cadre, record_cadre
from storage.members import Vouchers, add_member
from storage.models import Official
from tests.bot.usecases.village import Village
from tests.storage.county import AREA_LEAD, CADRE, CLERK, GUILAN, INSPECTOR, OFFICE, VILLAGE_LEAD, XIUYING


async def _cadre_of_neighbours(village: Village) -> int | None:
    official = await find_cadre(village.county.session, village.cast.neighbours)
    return official.id if official else None


async def _asked_surely(village: Village, to: str = str(CLERK), by: int = VILLAGE_LEAD) -> None:
    await village.says(by, "/handover")
    await village.taps_last(by, "handover-who")
    await village.says(by, to)


@pytest.mark.parametrize("lead", [VILLAGE_LEAD, AREA_LEAD, OFFICE])
async def test_a_lead_hands_over_by_a_tap_a_number_and_a_yes(village: Village, lead: int) -> None:
    await village.file()
    await village.file(is_private=True)
    await village.file(barred=[village.cast.officials[VILLAGE_LEAD]], complaint=Complaint.UNSEEN)
    await _asked_surely(village, by=lead)
    asked = await village.last(lead)
    assert (asked.wording, asked.data["count"], asked.data["matters"]) == ("handover-surely", 2, 1)
    assert await village.taps_last(lead, "handover-do") == "handover-toast"
    assert await _cadre_of_neighbours(village) == village.cast.officials[CLERK]
    assert (await village.last(lead)).wording == "handover-done"
    assert "new-cadre" in await village.told(XIUYING)
    assert await village.taps_last(lead, "handover-do") == "stale"


async def test_nobody_but_a_lead_above_may(village: Village) -> None:
    for user in (GUILAN, INSPECTOR):
        await village.says(user, "/handover")
        assert (await village.told(user))[-1] == "not-yours"
    await village.says(CADRE, "/handover")
    assert (await village.last(CADRE)).wording == "handover-nobody"
    await record_cadre(
        village.county.session, village.cast.neighbours, village.cast.officials[CLERK], "x", village.clock()
    )
    await village.says(CADRE, "/handover")
    await village.says(CADRE, str(CADRE))
    assert (await village.last(CADRE)).wording == "own-households"


async def test_who_is_not_there_has_left_or_is_called_like_another_is_asked_again(village: Village) -> None:
    session = village.county.session
    await village.says(VILLAGE_LEAD, "/handover")
    await village.says(VILLAGE_LEAD, "王五")
    assert (await village.last(VILLAGE_LEAD)).wording == "no-such-official"
    await village.says(VILLAGE_LEAD, f"干部{CADRE}")
    for user in (CLERK, INSPECTOR):
        (await session.get_one(Official, village.cast.officials[user])).name = "李明"
    (await session.get_one(Official, village.cast.officials[AREA_LEAD])).left_at = village.clock()
    await session.flush()
    for no in (AREA_LEAD, CADRE):
        await village.says(VILLAGE_LEAD, str(no))
        assert (await village.last(VILLAGE_LEAD)).wording == "no-such-official"
    await village.says(VILLAGE_LEAD, "李明")
    assert (await village.last(VILLAGE_LEAD)).wording == "handover-which"
    assert len(await village.buttons(VILLAGE_LEAD)) == 2
    await village.taps_last(VILLAGE_LEAD, "handover-who")
    assert await village.taps_last(VILLAGE_LEAD, "handover-drop") == "handover-dropped"
    assert await _cadre_of_neighbours(village) == village.cast.officials[CADRE]


async def test_nobody_becomes_the_cadre_of_the_own_household(village: Village) -> None:
    county = village.county
    account = await county.account(CLERK)
    await add_member(county.session, village.cast.neighbours, account, "x", Vouchers(), county.hands.now)
    await _asked_surely(village)
    assert (await village.last(VILLAGE_LEAD)).data["own"] == 1
    await village.taps_last(VILLAGE_LEAD, "handover-do")
    assert await _cadre_of_neighbours(village) is None
    official = await find_cadre(county.session, village.cast.household)
    assert official
    assert official.id == village.cast.officials[CLERK]


async def test_what_nobody_has_is_in_the_leads_morning_and_behind_a_button(village: Village) -> None:
    await village.says(VILLAGE_LEAD, "/handover")
    await village.taps_last(VILLAGE_LEAD, "handover-who")
    await village.taps_last(VILLAGE_LEAD, "handover-to-lead")
    await village.taps_last(VILLAGE_LEAD, "handover-do")
    county = village.county
    county.hands.now = county.hands.now.replace(hour=23, minute=40)  # 07:40 in China
    await send_digests(village.later())
    digest = await village.last(VILLAGE_LEAD)
    assert (digest.wording, digest.data["unassigned"]) == ("digest", 2)
    await village.taps_last(VILLAGE_LEAD, "digest-unassigned")
    assert (await village.last(VILLAGE_LEAD)).data["count"] == 2
    assert "digest" not in await village.told(AREA_LEAD)
