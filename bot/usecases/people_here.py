"""The account that acts, and whom a household may call."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.rules.linking import choose_leads
from bot.usecases.turn import Turn
from storage.accounts import find_account, record_seen
from storage.contact_links import find_cadre
from storage.engine import Session
from storage.grids import find_county, list_leads, list_nearest_leads, list_path
from storage.members import list_accounts_of_household
from storage.models import Account, Household, Official
from storage.officials import list_accounts_of_official


@dataclass(frozen=True)
class Helpers:
    """Of one household: its village, who answers for it, and that village's lead."""

    village: str
    cadre: Official
    lead: Official


async def own_account(turn: Turn) -> Account:
    """Known from now on, where it was not."""
    who = turn.who
    await record_seen(turn.session, who.bot_id, who.user_id, who.chat_id, turn.now)
    account = await find_account(turn.session, who.bot_id, who.user_id, who.chat_id)
    assert account is not None, "just recorded"  # noqa: S101 a promise of record_seen
    return account


def lead_to_call(turn: Turn, helpers: Helpers) -> dict[str, Any]:
    """Data of the catalogue; who has no number is reached by way of the county's."""
    return {"lead": helpers.lead.name, "phone": helpers.lead.phone or turn.policy.office.phone}


async def find_helpers(session: Session, household: Household) -> Helpers:
    """Without a cadre of its own the household is the village lead's, or the next lead's above. The county has one."""
    village = (await list_path(session, household.grid_id))[0]
    lead = (await list_nearest_leads(session, village.id))[1][0]
    cadre = await find_cadre(session, household.id)
    return Helpers(village.name, cadre or lead, lead)


async def list_confirmers(session: Session, household: Household, asker: Account) -> list[Account]:
    """Who may let the asker in: the members; where there is none a lead, but never the household's cadre."""
    members = await list_accounts_of_household(session, household.id)
    return _others(members, asker) if members else await _list_leads_phones(session, household, asker)


async def list_office_phones(session: Session, asker: Account) -> list[Account]:
    """The county office: whoever leads the county's grid, but never the asker."""
    county = await find_county(session)
    leads = await list_leads(session, county.id) if county else []
    return [phone for lead in leads for phone in _others(await list_accounts_of_official(session, lead.id), asker)]


async def _list_leads_phones(session: Session, household: Household, asker: Account) -> list[Account]:
    path = [await list_leads(session, grid.id) for grid in await list_path(session, household.grid_id)]
    phones = {
        lead.id: _others(await list_accounts_of_official(session, lead.id), asker) for leads in path for lead in leads
    }
    cadre = await find_cadre(session, household.id)
    ids = [[lead.id for lead in leads] for leads in path]
    present = {lead for lead, accounts in phones.items() if accounts}
    chosen = choose_leads(ids, cadre.id if cadre else None, present)
    return [phone for lead in chosen for phone in phones[lead]]


def _others(accounts: Sequence[Account], asker: Account) -> list[Account]:
    """By the person, who may have several accounts."""
    return [account for account in accounts if account.user_id != asker.user_id]
