"""What somebody not linked is told: what to do, and whom to call."""

from typing import Any

from bot.usecases.people_here import find_helpers, lead_to_call
from bot.usecases.turn import Turn
from storage.households import access_household
from storage.link_requests import find_last_link_request
from storage.models import Account


async def tell_how_to_link(turn: Turn, account: Account, wording: str, **data: object) -> None:
    """Where they have asked for a household before, its village lead's number, as `wording`-village; else the
    county's."""
    values: dict[str, Any] = data
    request = await find_last_link_request(turn.session, account.id)
    if request is None or request.household_id is None:
        await turn.answer(wording, phone=turn.policy.office.phone, **values)
        return
    helpers = await find_helpers(turn.session, await access_household(turn.session, request.household_id))
    await turn.answer(f"{wording}-village", village=helpers.village, **lead_to_call(turn, helpers), **values)
