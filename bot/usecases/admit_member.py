"""Somebody speaks for a household from now on."""

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo
from bot.usecases.ask_confirmers import ask_confirmers
from bot.usecases.hand_over_written import hand_over_written
from bot.usecases.offer_kept_words import offer_kept_words
from bot.usecases.turn import Turn
from bot.usecases.welcome import welcome
from storage.link_requests import list_open_link_requests_of_household, record_link_request_decided
from storage.members import Vouchers, add_member, find_member_of, list_accounts_of_household
from storage.models import Account, Household, LinkDecision


async def admit_member(turn: Turn, account: Account, household: Household, name: str, vouchers: Vouchers) -> None:
    """They are welcomed, all other members hear of it and may object, and those who still wait at the door are now
    theirs to let in. Raises AlreadySo."""
    if not await add_member(turn.session, household.id, account.id, name[:128], vouchers, turn.now):
        raise AlreadySo
    await welcome(turn, account, household)
    await offer_kept_words(turn, account, household)
    await hand_over_written(turn, account, household)
    await _tell_others(turn, account, household, name)
    await _settle_requests(turn, account, household)


async def _tell_others(turn: Turn, account: Account, household: Household, name: str) -> None:
    member = await find_member_of(turn.session, household.id, account.id)
    assert member is not None, "just added"  # noqa: S101 a promise of add_member
    objection = [Button("button-not-ours", "not_ours", member.id)]
    for other in await list_accounts_of_household(turn.session, household.id):
        if other.id != account.id:
            await turn.tell(other, "member-joined", buttons=objection, name=name)


async def _settle_requests(turn: Turn, account: Account, household: Household) -> None:
    """Theirs is granted, whichever way they came in; the others' are now theirs to decide."""
    for request in await list_open_link_requests_of_household(turn.session, household.id):
        if request.account_id == account.id:
            agreed = LinkDecision.AGREED
            await record_link_request_decided(turn.session, request.id, agreed, turn.now, by_account=account.id)
        else:
            await ask_confirmers(turn, request, household)
