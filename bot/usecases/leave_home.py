"""Somebody no longer speaks for a household, by their own wish."""

from bot.rules.errors import AlreadySo
from bot.usecases.people_here import own_account
from bot.usecases.turn import Turn
from storage.members import find_member_of, list_accounts_of_household, record_member_left


async def leave_home(turn: Turn, household_id: int) -> None:
    """What they sent stays theirs. The other members are told. Raises AlreadySo."""
    account = await own_account(turn)
    member = await find_member_of(turn.session, household_id, account.id)
    if member is None:
        raise AlreadySo
    await record_member_left(turn.session, household_id, account.id, turn.now)
    await turn.answer("you-left", phone=turn.policy.office.phone)
    for other in await list_accounts_of_household(turn.session, household_id):
        await turn.tell(other, "member-left", name=member.name)
