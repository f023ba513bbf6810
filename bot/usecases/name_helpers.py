"""找人帮忙: whom to call."""

from typing import Any

from bot.rules.buttons import Button
from bot.usecases.people_here import find_helpers, own_account
from bot.usecases.tell_how_to_link import tell_how_to_link
from bot.usecases.turn import Turn
from storage.members import list_households_of_account


async def name_helpers(turn: Turn) -> None:
    """The cadre's, the village lead's and the county's number; for somebody not linked whom they may call."""
    account = await own_account(turn)
    homes = await list_households_of_account(turn.session, account.id)
    if not homes:
        await tell_how_to_link(turn, account, "help-not-linked")
        return
    helpers, office = await find_helpers(turn.session, homes[0]), turn.policy.office.phone
    cadre: dict[str, Any] = {"cadre": helpers.cadre.name, "cadre-phone": helpers.cadre.phone or office}
    lead: dict[str, Any] = {"lead": helpers.lead.name, "lead-phone": helpers.lead.phone or office}
    buttons = [Button("button-write-for-me", "ask_writer"), Button("button-write-for", "write_for")]
    await turn.answer("help", buttons=buttons, **cadre, **lead, office=office)
