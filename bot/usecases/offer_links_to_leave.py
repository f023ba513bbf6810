"""/unlink: what this account is linked with, each with a button that ends it."""

from bot.rules.buttons import Button
from bot.rules.errors import NotLinked
from bot.usecases.people_here import own_account
from bot.usecases.turn import Turn
from storage.members import list_households_of_account
from storage.officials import find_official_of_account


async def offer_links_to_leave(turn: Turn) -> None:
    """Raises NotLinked where there is none."""
    account = await own_account(turn)
    homes = await list_households_of_account(turn.session, account.id)
    buttons = [Button("button-leave-home", "leave_home", home.id, data={"head": home.head}) for home in homes]
    official = await find_official_of_account(turn.session, account.id)
    if official is not None:
        buttons.append(Button("button-leave-office", "leave_office", official.id, data={"name": official.name}))
    if not buttons:
        raise NotLinked
    await turn.answer("which-to-leave", buttons=buttons)
