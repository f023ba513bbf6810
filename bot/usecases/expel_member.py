"""A member says that the one linked after them is not of the household."""

from typing import Any

from bot.rules.errors import AlreadySo, NotYours
from bot.usecases.people_here import find_helpers, lead_to_call, own_account
from bot.usecases.turn import Turn
from storage.accounts import access_account
from storage.households import access_household
from storage.members import find_member, find_member_of, list_accounts_of_household, record_member_left
from storage.models import HouseholdMember
from storage.officials import list_accounts_of_official


async def expel_member(turn: Turn, member_id: int) -> None:
    """Everybody concerned is told: the one unlinked, the household, and the lead who let them in.

    Only who was linked before may say so, or a stranger let in by mistake could throw the family out.
    Raises NotYours or AlreadySo.
    """
    member = await find_member(turn.session, member_id)
    account = await own_account(turn)
    mine = await find_member_of(turn.session, member.household_id, account.id) if member else None
    if member is None or mine is None or mine.id >= member.id:
        raise NotYours
    if not await record_member_left(turn.session, member.household_id, member.account_id, turn.now):
        raise AlreadySo
    await _tell(turn, member)


async def _tell(turn: Turn, member: HouseholdMember) -> None:
    household = await access_household(turn.session, member.household_id)
    helpers = await find_helpers(turn.session, household)
    unlinked = await access_account(turn.session, member.account_id)
    await turn.tell(unlinked, "you-were-unlinked", **lead_to_call(turn, helpers))
    for other in await list_accounts_of_household(turn.session, household.id):
        await turn.tell(other, "member-unlinked", name=member.name)
    if member.confirmed_by_official is not None:
        where: dict[str, Any] = {"address": household.address, "head": household.head}
        for phone in await list_accounts_of_official(turn.session, member.confirmed_by_official):
            await turn.tell(phone, "whom-you-let-in-was-unlinked", name=member.name, **where)
