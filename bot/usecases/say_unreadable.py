"""A sticker, a poll, a game: nothing that an official could have meant as an answer."""

from bot.usecases.turn import Turn
from storage.accounts import find_account
from storage.officials import find_official_of_account


async def say_unreadable(turn: Turn) -> bool:
    """False for whoever is no official."""
    account = await find_account(turn.session, turn.who.bot_id, turn.who.user_id, turn.who.chat_id)
    if account is None or await find_official_of_account(turn.session, account.id) is None:
        return False
    await turn.answer("cannot-read")
    return True
