"""What a household's member is told first, and whenever they press Start again."""

from bot.usecases.people_here import find_helpers
from bot.usecases.say import say
from bot.usecases.turn import Turn
from storage.models import Account, Household

MENU = ("menu-say", "menu-mine", "menu-help")


async def welcome(turn: Turn, account: Account, household: Household) -> None:
    """With the three keys that stay below the chat."""
    helpers = await find_helpers(turn.session, household)
    phone = helpers.cadre.phone or turn.policy.office.phone
    await say(turn, account, "welcome", menu=MENU, village=helpers.village, cadre=helpers.cadre.name, phone=phone)
