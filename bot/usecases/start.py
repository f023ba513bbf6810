"""A bare /start: the words that open the chat, for whoever it is."""

from bot.usecases.people_here import own_account
from bot.usecases.tell_how_to_link import tell_how_to_link
from bot.usecases.turn import Turn
from bot.usecases.welcome import welcome
from storage.members import list_households_of_account
from storage.officials import find_official_of_account


async def start(turn: Turn) -> None:
    account = await own_account(turn)
    homes = await list_households_of_account(turn.session, account.id)
    official = await find_official_of_account(turn.session, account.id)
    if homes:
        await welcome(turn, account, homes[0])
    elif official is not None:
        await turn.answer("appointed", name=official.name, post=official.post, unit=official.unit)
    else:
        await tell_how_to_link(turn, account, "how-to-link")
