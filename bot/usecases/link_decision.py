"""What let_in and keep_out share: who decides, and that it is decided once."""

from dataclasses import dataclass

from bot.rules.errors import AlreadySo, NotYours
from bot.usecases.people_here import list_confirmers
from bot.usecases.turn import Turn
from storage.accounts import access_account
from storage.households import access_household
from storage.link_requests import find_link_request, record_link_request_decided
from storage.members import Vouchers, find_member_of
from storage.models import Account, Household, LinkDecision, LinkRequest
from storage.officials import find_official_of_account


@dataclass(frozen=True)
class Asked:
    """A request, and what it is for."""

    request: LinkRequest
    household: Household
    asker: Account


async def access_asked(turn: Turn, request_id: int) -> Asked:
    """Raises NotYours, also where there is none: nobody can tell which."""
    request = await find_link_request(turn.session, request_id)
    if request is None or request.household_id is None:
        raise NotYours
    household = await access_household(turn.session, request.household_id)
    return Asked(request, household, await access_account(turn.session, request.account_id))


async def decide(turn: Turn, asked: Asked, decision: LinkDecision) -> Vouchers:
    """Who vouches for it. Raises NotYours or AlreadySo."""
    phones = await list_confirmers(turn.session, asked.household, asked.asker)
    mine = next((phone for phone in phones if phone.user_id == turn.who.user_id), None)
    if mine is None:
        raise NotYours
    is_member = await find_member_of(turn.session, asked.household.id, mine.id) is not None
    official = None if is_member else await find_official_of_account(turn.session, mine.id)
    by = {"by_account": mine.id, "by_official": official.id if official else None}
    if not await record_link_request_decided(turn.session, asked.request.id, decision, turn.now, **by):
        raise AlreadySo
    return Vouchers(confirmed_by_account=mine.id, confirmed_by_official=by["by_official"])
