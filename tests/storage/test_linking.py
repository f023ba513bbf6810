from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage import invitations, link_requests
from storage.invitations import NewInvitation
from storage.link_requests import NewLinkRequest
from storage.members import Vouchers, add_member, list_accounts_of_household, list_members, record_member_left
from storage.models import Household, InvitationKind, LinkDecision
from storage.officials import (
    add_official_account,
    find_official_of_account,
    list_accounts_of_official,
    record_official_account_ended,
)
from tests.storage.conftest import Settled
from tests.storage.county import BOT, CADRE, DAYONG, GUILAN, VILLAGE_LEAD, XIUYING


async def _slip(settled: Settled, token_hash: str = "a" * 64) -> int:
    county, cast = settled
    new = NewInvitation(token_hash, InvitationKind.SLIP, household_id=cast.household)
    return (await invitations.add_invitation(county.session, new, county.hands.now)).id


async def test_of_two_who_scan_one_slip_only_the_first_uses_it(settled: Settled) -> None:
    county, _ = settled
    slip = await _slip(settled)
    assert await invitations.record_invitation_used(county.session, slip, county.hands.now)
    assert not await invitations.record_invitation_used(county.session, slip, county.hands.now)


async def test_a_new_card_makes_the_old_ones_void_but_they_are_still_known(settled: Settled) -> None:
    county, cast = settled
    slip = await _slip(settled)
    await invitations.record_invitations_revoked(county.session, county.hands.now, household_id=cast.household)
    assert not await invitations.record_invitation_used(county.session, slip, county.hands.now)
    found = await invitations.find_invitation(county.session, "a" * 64)
    assert found is not None
    assert found.id == slip
    assert await invitations.find_invitation(county.session, "b" * 64) is None


async def test_a_card_is_for_a_household_or_for_an_official(settled: Settled) -> None:
    county, cast = settled
    nobodys = NewInvitation("c" * 64, InvitationKind.OFFICIAL, household_id=cast.household)
    with pytest.raises(IntegrityError):
        await invitations.add_invitation(county.session, nobodys, county.hands.now)
    await county.session.rollback()


async def test_tokens_tried_in_vain_are_counted_for_each_person_and_time(settled: Settled) -> None:
    county, _ = settled
    start = county.hands.now
    for user_id in (GUILAN, GUILAN, XIUYING):
        await invitations.record_attempt(county.session, BOT, user_id, county.hands.now)
        county.hands.move(timedelta(minutes=1))
    assert await invitations.find_attempts_since(county.session, BOT, GUILAN, start) == 2
    assert await invitations.find_attempts_since(county.session, BOT, GUILAN, start + timedelta(minutes=1)) == 1


async def test_a_request_is_open_once_and_decided_once(settled: Settled) -> None:
    county, cast = settled
    stranger = await county.account(9001)
    new = NewLinkRequest(stranger, "大妮", household_id=cast.household)
    assert await link_requests.add_link_request(county.session, new, county.hands.now)
    assert not await link_requests.add_link_request(county.session, new, county.hands.now)
    (request,) = await link_requests.list_open_link_requests_of_household(county.session, cast.household)
    decide = link_requests.record_link_request_decided
    guilan = await county.account(GUILAN)
    assert await decide(county.session, request.id, LinkDecision.AGREED, county.hands.now, by_account=guilan)
    assert not await decide(county.session, request.id, LinkDecision.REFUSED, county.hands.now, by_account=guilan)
    assert await link_requests.list_open_link_requests_of_household(county.session, cast.household) == []
    assert await link_requests.add_link_request(county.session, new, county.hands.now)


async def test_requests_are_found_by_the_village_and_those_of_officials_by_the_office(settled: Settled) -> None:
    county, cast = settled
    stranger = await county.account(9001)
    now = county.hands.now
    await link_requests.add_link_request(
        county.session, NewLinkRequest(stranger, "大妮", household_id=cast.neighbours), now
    )
    await link_requests.add_link_request(
        county.session, NewLinkRequest(stranger, "新干部", official_id=cast.officials[CADRE]), now
    )
    village = (await county.session.get_one(Household, cast.household)).grid_id
    of_village = await link_requests.list_open_link_requests_of_village(county.session, village)
    of_officials = await link_requests.list_open_link_requests_of_officials(county.session)
    assert [request.name for request in of_village] == ["大妮"]
    assert [request.name for request in of_officials] == ["新干部"]


async def test_whoever_leaves_a_household_can_come_back_and_both_times_are_kept(settled: Settled) -> None:
    county, cast = settled
    dayong = await county.account(DAYONG)
    now = county.hands.now
    assert not await add_member(county.session, cast.household, dayong, "大勇", Vouchers(), now)
    assert await record_member_left(county.session, cast.household, dayong, now)
    assert not await record_member_left(county.session, cast.household, dayong, now)
    assert [member.account_id for member in await list_members(county.session, cast.household)] == [
        await county.account(GUILAN)
    ]
    assert (await county.viewer(DAYONG)).households == frozenset()
    assert await add_member(county.session, cast.household, dayong, "大勇", Vouchers(), now)
    accounts = await list_accounts_of_household(county.session, cast.household)
    assert [account.user_id for account in accounts] == [GUILAN, DAYONG]


async def test_an_account_acts_as_one_official_at_a_time(settled: Settled) -> None:
    county, cast = settled
    phone, lead, cadre = await county.account(CADRE), cast.officials[VILLAGE_LEAD], cast.officials[CADRE]
    now = county.hands.now
    assert not await add_official_account(county.session, lead, phone, None, now)
    assert await record_official_account_ended(county.session, cadre, phone, now)
    assert await find_official_of_account(county.session, phone) is None
    assert await list_accounts_of_official(county.session, cadre) == []
    assert await add_official_account(county.session, lead, phone, None, now)
    official = await find_official_of_account(county.session, phone)
    assert official is not None
    assert official.id == lead


async def test_whoever_has_left_office_acts_as_nobody(settled: Settled) -> None:
    county, _ = settled
    phone = await county.account(CADRE)
    official = await find_official_of_account(county.session, phone)
    assert official is not None
    official.left_at = county.hands.now
    await county.session.flush()
    assert await find_official_of_account(county.session, phone) is None
    assert (await county.viewer(CADRE)).officials == frozenset()
