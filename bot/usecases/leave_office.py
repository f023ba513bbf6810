"""An official no longer works from this account, by their own wish."""

from bot.rules.errors import AlreadySo
from bot.usecases.people_here import list_office_phones, own_account
from bot.usecases.turn import Turn
from storage.officials import access_official, record_official_account_ended


async def leave_office(turn: Turn, official_id: int) -> None:
    """The county office is told: what waits for them may have to go elsewhere. Raises AlreadySo."""
    account = await own_account(turn)
    if not await record_official_account_ended(turn.session, official_id, account.id, turn.now):
        raise AlreadySo
    await turn.answer("you-left", phone=turn.policy.office.phone)
    official = await access_official(turn.session, official_id)
    for phone in await list_office_phones(turn.session, account):
        await turn.tell(phone, "official-left", name=official.name, post=official.post, unit=official.unit)
