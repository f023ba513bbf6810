"""As whom somebody acts here."""

from bot.rules.errors import NotYours
from bot.usecases.turn import Turn
from storage.accounts import find_account
from storage.models import Account, Official
from storage.officials import find_official_of_account


async def acting_account(turn: Turn) -> Account:
    """Raises NotYours for whoever has never spoken here."""
    account = await find_account(turn.session, turn.who.bot_id, turn.who.user_id, turn.who.chat_id)
    if account is None:
        raise NotYours
    return account


async def acting_official(turn: Turn) -> Official:
    """Raises NotYours for whoever is none, or has left office."""
    official = await find_official_of_account(turn.session, (await acting_account(turn)).id)
    if official is None:
        raise NotYours
    return official
