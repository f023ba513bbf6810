"""Whoever speaks for a household: one of its members, or somebody who writes for it."""

from dataclasses import dataclass

from bot.rules.errors import NotYours
from bot.usecases.acting import acting_account
from bot.usecases.charge import list_charge
from bot.usecases.turn import Turn
from storage.accounts import find_account
from storage.contact_links import find_cadre
from storage.drafts import find_open_draft
from storage.members import list_households_of_account
from storage.models import Account, Household, Official
from storage.officials import find_official_of_account


@dataclass(frozen=True)
class Villager:
    """`cadre` None: the household is the village lead's. `homes`: for how many the account speaks as a member.

    Somebody who writes for another household is none of its members; `office` is theirs, if they hold one.
    """

    account: Account
    household: Household
    cadre: Official | None
    homes: int = 1
    is_member: bool = True
    office: Official | None = None

    @property
    def cadre_name(self) -> str:
        return self.cadre.name if self.cadre else ""

    @property
    def is_the_cadre(self) -> bool:
        """Who writes for a household of their own charge."""
        return self.office is not None and self.cadre is not None and self.office.id == self.cadre.id


async def find_villager(turn: Turn) -> Villager | None:
    """With an open draft, for the household that it is about; else for their own. None for whoever has none."""
    account = await find_account(turn.session, turn.who.bot_id, turn.who.user_id, turn.who.chat_id)
    if account is None:
        return None
    draft = await find_open_draft(turn.session, account.id)
    if draft is not None and (speaker := await find_speaker(turn, account, draft.household_id)):
        return speaker
    return await find_speaker(turn, account, None)


async def access_villager(turn: Turn) -> Villager:
    """Raises NotYours for whoever speaks for no household."""
    villager = await find_villager(turn)
    if villager is None:
        raise NotYours
    return villager


async def find_speaker(turn: Turn, account: Account, household_id: int | None) -> Villager | None:
    """For this household, or for the one linked last. None for whom it is not."""
    homes = await list_households_of_account(turn.session, account.id)
    home = next((home for home in homes if household_id in {None, home.id}), None)
    if home is not None:
        return Villager(account, home, await find_cadre(turn.session, home.id), len(homes))
    charge = {} if household_id is None else {home.id: home for home in await list_charge(turn)}
    if household_id not in charge:
        return None
    cadre = await find_cadre(turn.session, household_id)
    office = await find_official_of_account(turn.session, account.id)
    return Villager(account, charge[household_id], cadre, len(homes), is_member=False, office=office)


async def access_speaker(turn: Turn, household_id: int | None) -> Villager:
    """Raises NotYours for whoever may not speak for that household."""
    speaker = await find_speaker(turn, await acting_account(turn), household_id)
    if speaker is None:
        raise NotYours
    return speaker
