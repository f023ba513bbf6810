"""How things stand just before a tap of somebody who is linked, or is to be."""

from bot.usecases.tokens import token_hash
from storage.invitations import NewInvitation, add_invitation
from storage.members import find_member_of
from storage.models import InvitationKind
from storage.officials import add_official_account
from tests.bot.usecases.village import Village
from tests.handlers.scenes import NEWCOMER, Aim, button_of
from tests.storage.county import CADRE, DAYONG, GUILAN, OFFICE, VILLAGE_LEAD

TOKEN = "A" * 22


async def slip_scanned(village: Village) -> Aim:
    await _card(village, InvitationKind.SLIP)
    return await button_of(village, NEWCOMER, "button-my-home", None)


async def plate_scanned(village: Village) -> Aim:
    """Somebody waits at the door of a household with members."""
    await _card(village, InvitationKind.PLATE)
    await village.taps_last(NEWCOMER, "button-my-home")
    return await button_of(village, GUILAN, "button-let-in", None)


async def joined(village: Village) -> Aim:
    """大勇 was linked after his mother."""
    account = await village.county.account(DAYONG)
    member = await find_member_of(village.county.session, village.cast.household, account)
    assert member
    return Aim(GUILAN, member.id)


async def at_home(village: Village) -> Aim:
    return Aim(GUILAN, village.cast.household)


async def in_office(village: Village) -> Aim:
    return Aim(CADRE, village.cast.officials[CADRE])


async def card_scanned(village: Village) -> Aim:
    """Somebody says that they are the village's lead; the county office is asked."""
    lead, county = village.cast.officials[VILLAGE_LEAD], village.county
    await add_official_account(county.session, lead, await county.account(NEWCOMER + 1), None, county.hands.now)
    await _card(village, InvitationKind.OFFICIAL)
    return await button_of(village, OFFICE, "button-appoint", None)


async def _card(village: Village, kind: InvitationKind) -> None:
    official = kind is InvitationKind.OFFICIAL
    new = NewInvitation(
        token_hash(TOKEN),
        kind,
        household_id=None if official else village.cast.household,
        official_id=village.cast.officials[VILLAGE_LEAD] if official else None,
    )
    await add_invitation(village.county.session, new, village.clock())
    await village.says(NEWCOMER, f"/start {TOKEN}")
