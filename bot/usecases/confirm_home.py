"""The tap 这是我家."""

from bot.rules.errors import AlreadySo, OwnExaminer, ScanAgain
from bot.usecases.admit_member import admit_member
from bot.usecases.ask_confirmers import ask_confirmers
from bot.usecases.home_question import take_home_answer
from bot.usecases.people_here import own_account
from bot.usecases.turn import Turn
from storage.contact_links import find_cadre
from storage.invitations import record_invitation_used
from storage.link_requests import NewLinkRequest, add_link_request, find_open_link_request
from storage.members import Vouchers, find_member_of
from storage.models import Account, Household, Invitation, InvitationKind
from storage.viewers import find_viewer


async def confirm_home(turn: Turn, invitation_id: int) -> None:
    """A slip links at once; a plate asks those who may say. Raises ScanAgain, AlreadySo or OwnExaminer."""
    account = await own_account(turn)
    invitation, household = await take_home_answer(turn, invitation_id)
    if await find_member_of(turn.session, household.id, account.id):
        raise AlreadySo
    await _check_not_own_cadre(turn, household)
    if invitation.kind == InvitationKind.PLATE:
        await _request(turn, account, invitation, household)
    else:
        await _use(turn, account, invitation, household)


async def _check_not_own_cadre(turn: Turn, household: Household) -> None:
    """A cadre who carries the slips to the doors must not use one."""
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    cadre = await find_cadre(turn.session, household.id)
    if cadre is not None and cadre.id in viewer.officials:
        raise OwnExaminer


async def _use(turn: Turn, account: Account, slip: Invitation, household: Household) -> None:
    if not await record_invitation_used(turn.session, slip.id, turn.now):
        raise ScanAgain
    vouchers = Vouchers(issued_by=slip.issued_by, confirmed_by_account=account.id)
    await admit_member(turn, account, household, turn.who.name, vouchers)


async def _request(turn: Turn, account: Account, plate: Invitation, household: Household) -> None:
    new = NewLinkRequest(account.id, turn.who.name[:128], plate.id, household_id=household.id)
    if not await add_link_request(turn.session, new, turn.now):
        raise AlreadySo
    request = await find_open_link_request(turn.session, account.id, household_id=household.id)
    assert request is not None, "just added"  # noqa: S101 a promise of add_link_request
    await ask_confirmers(turn, request, household)
