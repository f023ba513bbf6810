"""Who of the county office decides over an official's request."""

from bot.rules.errors import NotYours
from bot.usecases.people_here import list_office_phones
from bot.usecases.turn import Turn
from storage.accounts import access_account
from storage.link_requests import find_link_request
from storage.models import LinkRequest, Official
from storage.officials import find_official_of_account


async def access_office_decision(turn: Turn, request_id: int) -> tuple[LinkRequest, Official]:
    """The request, and as whom they decide; never the one who asks. Raises NotYours."""
    request = await find_link_request(turn.session, request_id)
    if request is None or request.official_id is None:
        raise NotYours
    asker = await access_account(turn.session, request.account_id)
    phones = await list_office_phones(turn.session, asker)
    mine = next((phone for phone in phones if phone.user_id == turn.who.user_id), None)
    official = await find_official_of_account(turn.session, mine.id) if mine else None
    if official is None:
        raise NotYours
    return request, official
