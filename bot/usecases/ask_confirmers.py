"""Whoever may let somebody in is asked, and the one who waits is told whom they wait for."""

from dataclasses import replace
from typing import Any

from bot.rules.buttons import Button
from bot.usecases.people_here import find_helpers, lead_to_call, list_confirmers
from bot.usecases.say import say
from bot.usecases.turn import Turn
from storage.accounts import access_account
from storage.members import list_members
from storage.models import Household, LinkRequest


async def ask_confirmers(turn: Turn, request: LinkRequest, household: Household) -> None:
    """Where nobody can be asked here, the one who waits gets the village lead's number."""
    turn = replace(turn, occasion=f"{turn.occasion}:{request.id}")  # several may wait at one door
    asker = await access_account(turn.session, request.account_id)
    helpers = await find_helpers(turn.session, household)
    confirmers = await list_confirmers(turn.session, household, asker)
    where: dict[str, Any] = {"village": helpers.village, "address": household.address, "head": household.head}
    wording, waiting = "let-in-first", "waiting-for-lead"
    if await list_members(turn.session, household.id):
        wording, waiting, where = "let-in-our-home", "waiting-for-members", {}
    buttons = [Button("button-let-in", "let_in", request.id), Button("button-keep-out", "keep_out", request.id)]
    for phone in confirmers:
        await turn.tell(phone, wording, buttons=buttons, name=request.name, **where)
    waiting = waiting if confirmers else "waiting-for-a-call"
    await say(turn, asker, waiting, village=helpers.village, **lead_to_call(turn, helpers))
