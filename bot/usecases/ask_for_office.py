"""An official scanned the card of theirs: the county office says whether it was they."""

from typing import Any

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, AnotherOffice
from bot.usecases.people_here import list_office_phones
from bot.usecases.turn import Turn
from storage.link_requests import (
    NewLinkRequest,
    add_link_request,
    find_open_link_request,
    record_link_request_decided,
)
from storage.models import Account, Invitation, LinkDecision, LinkRequest, Official
from storage.officials import access_official, find_official_of_account


async def ask_for_office(turn: Turn, account: Account, card: Invitation) -> None:
    """Whoever asks never confirms it themselves. Raises AlreadySo or AnotherOffice."""
    assert card.official_id is not None, "only officials' cards come here"  # noqa: S101 a promise of the table
    official = await access_official(turn.session, card.official_id)
    acts_as = await find_official_of_account(turn.session, account.id)
    if acts_as is not None:
        raise AlreadySo if acts_as.id == official.id else AnotherOffice
    who: dict[str, Any] = {"name": official.name, "post": official.post, "unit": official.unit, "no": official.no}
    await turn.answer("office-asked", phone=turn.policy.office.phone, **who)
    request = await _request(turn, account, card, official)
    if request is None:
        return
    buttons = [Button("button-appoint", "appoint", request.id), Button("button-turn-away", "turn_away", request.id)]
    for phone in await list_office_phones(turn.session, account):
        await turn.tell(phone, "office-confirms", buttons=buttons, called=request.name, **who)


async def _request(turn: Turn, account: Account, card: Invitation, official: Official) -> LinkRequest | None:
    """None where the office was asked by this card before. A new card takes the place of one that was replaced."""
    before = await find_open_link_request(turn.session, account.id, official_id=official.id)
    if before is not None:
        if before.invitation_id == card.id:
            return None
        await record_link_request_decided(turn.session, before.id, LinkDecision.REFUSED, turn.now)
    new = NewLinkRequest(account.id, turn.who.name[:128], card.id, official_id=official.id)
    await add_link_request(turn.session, new, turn.now)
    return await find_open_link_request(turn.session, account.id, official_id=official.id)
