"""An official is confirmed at the terminal: the very first one, of whom nobody in the chat can say who it is."""

from dataclasses import dataclass
from datetime import datetime

from bot.rules.calendar import Calendar
from bot.rules.errors import Problem, Refusal
from bot.rules.people import DEFAULT_LANGUAGE, Person
from bot.rules.terms import Policy
from bot.usecases.appointment import appoint
from bot.usecases.turn import Turn
from storage.accounts import access_account
from storage.engine import Session
from storage.link_requests import list_open_link_requests_of_official
from storage.models import LinkRequest, Official
from storage.officials import find_official


@dataclass(frozen=True)
class Confirmation:
    """Whose card it was. `request` tells one phone from another where several ask."""

    no: str
    request: int | None = None


async def confirm_official(
    session: Session, asked: Confirmation, policy: Policy, calendar: Calendar, now: datetime
) -> Official:
    """Raises Problem where nobody asks, several do, or the card is good no more."""
    official = await find_official(session, asked.no)
    if official is None:
        raise Problem(f"There is no official {asked.no}. Numbers are those of officials.csv.")
    open_ones = await list_open_link_requests_of_official(session, official.id)
    request = _choose([one for one in open_ones if asked.request in (None, one.id)], official)
    account = await access_account(session, request.account_id)
    who = Person(account.bot_id, account.user_id, account.chat_id, request.name, DEFAULT_LANGUAGE)
    turn = Turn(session, now, f"terminal:{request.id}", who, policy, calendar)
    try:
        return await appoint(turn, request, by=None)
    except Refusal:
        raise Problem(f"The card of {official.no} was used or replaced since. Print a new one, and scan it.") from None


def _choose(requests: list[LinkRequest], official: Official) -> LinkRequest:
    named = f"{official.no} {official.name}"
    if not requests:
        raise Problem(f"No phone asks to act as {named}. The card must be scanned first.")
    if len(requests) > 1:
        listed = ", ".join(f"{one.id} ({one.name})" for one in requests)
        raise Problem(f"{len(requests)} phones ask to act as {named}: {listed}. Name one with --request.")
    return requests[0]
