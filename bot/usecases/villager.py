"""The villager who speaks: account, household, and the cadre whom it is linked with."""

from dataclasses import dataclass

from bot.rules.errors import NotYours
from bot.usecases.turn import Turn
from storage.accounts import find_account
from storage.contact_links import find_cadre
from storage.members import list_households_of_account
from storage.models import Account, Household, Official


@dataclass(frozen=True)
class Villager:
    """`cadre` None: the household is the village lead's."""

    account: Account
    household: Household
    cadre: Official | None

    @property
    def cadre_name(self) -> str:
        return self.cadre.name if self.cadre else ""


async def find_villager(turn: Turn) -> Villager | None:
    """None for whoever speaks for no household."""
    account = await find_account(turn.session, turn.who.bot_id, turn.who.user_id, turn.who.chat_id)
    if account is None:
        return None
    households = await list_households_of_account(turn.session, account.id)
    if not households:
        return None
    return Villager(account, households[0], await find_cadre(turn.session, households[0].id))


async def access_villager(turn: Turn) -> Villager:
    """Raises NotYours for whoever speaks for no household."""
    villager = await find_villager(turn)
    if villager is None:
        raise NotYours
    return villager
