"""An account acts as an official from now on, or does not: what the county office and the terminal share."""

from bot.rules.errors import AlreadySo, CardOver
from bot.usecases.ask_confirmers import ask_confirmers
from bot.usecases.people_here import list_confirmers
from bot.usecases.turn import Turn
from storage.accounts import access_account
from storage.grids import list_led_grids
from storage.households import access_household
from storage.invitations import record_invitation_used
from storage.link_requests import list_open_link_requests_of_village, record_link_request_decided
from storage.models import Account, LinkDecision, LinkRequest, Official
from storage.officials import access_official, add_official_account, list_accounts_of_official


async def appoint(turn: Turn, request: LinkRequest, by: Official | None) -> Official:
    """`by` None: at the terminal. The phones that the official has already are told.

    Raises AlreadySo, or CardOver where the card was used by another phone or replaced meanwhile.
    """
    assert request.official_id is not None, "checked by the caller"  # noqa: S101
    official = await access_official(turn.session, request.official_id)
    account = await access_account(turn.session, request.account_id)
    await decide(turn, request, LinkDecision.AGREED, by)
    if request.invitation_id is None or not await record_invitation_used(turn.session, request.invitation_id, turn.now):
        raise CardOver
    before = await list_accounts_of_official(turn.session, official.id)
    if not await add_official_account(turn.session, official.id, account.id, by.id if by else None, turn.now):
        raise AlreadySo
    await turn.tell(account, "appointed", name=official.name, post=official.post, unit=official.unit)
    for phone in before:
        await turn.tell(phone, "second-phone", name=request.name, phone=turn.policy.office.phone)
    await _ask_who_waits(turn, official, account)
    return official


async def decide(turn: Turn, request: LinkRequest, decision: LinkDecision, by: Official | None) -> None:
    """Raises AlreadySo."""
    by_official = by.id if by else None
    if not await record_link_request_decided(turn.session, request.id, decision, turn.now, by_official=by_official):
        raise AlreadySo


async def _ask_who_waits(turn: Turn, official: Official, phone: Account) -> None:
    """Those who asked to be let in before their village's lead had a phone here."""
    for grid in await list_led_grids(turn.session, official.id):
        for request in await list_open_link_requests_of_village(turn.session, grid.id):
            assert request.household_id is not None, "of a village"  # noqa: S101
            household = await access_household(turn.session, request.household_id)
            confirmers = await list_confirmers(
                turn.session, household, await access_account(turn.session, request.account_id)
            )
            if phone.id in {one.id for one in confirmers}:
                await ask_confirmers(turn, request, household)
