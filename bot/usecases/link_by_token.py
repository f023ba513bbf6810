"""Somebody scanned a printed card."""

from datetime import timedelta

from bot.rules.linking import CardLife
from bot.usecases.ask_for_office import ask_for_office
from bot.usecases.home_question import ask_home
from bot.usecases.people_here import own_account
from bot.usecases.tokens import token_hash
from bot.usecases.turn import Turn
from storage.invitations import find_attempts_since, find_invitation, record_attempt
from storage.link_requests import find_askers_since, was_refused_since
from storage.members import find_member_of
from storage.models import Account, Invitation

_DAY = timedelta(days=1)


async def link_by_token(turn: Turn, token: str) -> None:
    """A slip or a plate asks whether this is their home, an official's card asks the county office.

    A wrong, old or used card gets one and the same answer. Whoever has tried too many in vain is told once to wait,
    and then not answered until the time is over: tokens cannot be tried one by one.
    """
    account = await own_account(turn)
    terms = turn.policy.links
    tried = await find_attempts_since(turn.session, turn.who.bot_id, turn.who.user_id, turn.now - terms.attempts_within)
    if tried >= terms.attempts:
        return
    invitation = await find_invitation(turn.session, token_hash(token))
    if invitation is not None and await _is_used_by(turn, invitation, account):
        await turn.answer("already-linked")
    elif invitation is not None and await _opens(turn, invitation, account):
        if invitation.official_id is None:
            await ask_home(turn, invitation)
        else:
            await ask_for_office(turn, account, invitation)
    else:
        await record_attempt(turn.session, turn.who.bot_id, turn.who.user_id, turn.now)
        wording = "card-useless" if tried + 1 < terms.attempts else "card-tried-too-often"
        await turn.answer(wording, phone=turn.policy.office.phone)


async def _is_used_by(turn: Turn, invitation: Invitation, account: Account) -> bool:
    home = invitation.household_id
    return home is not None and await find_member_of(turn.session, home, account.id) is not None


async def _opens(turn: Turn, invitation: Invitation, account: Account) -> bool:
    """By itself; not for whom it was refused today, and not where too many others asked by it: a plate hangs where
    anybody may photograph it."""
    if not CardLife(invitation.expires_at, invitation.used_at, invitation.revoked_at).opens(turn.now):
        return False
    if await was_refused_since(turn.session, invitation.id, account.id, turn.now - _DAY):
        return False
    askers = await find_askers_since(turn.session, invitation.id, turn.now - _DAY)
    return len(askers - {account.id}) < turn.policy.links.requests_a_day
