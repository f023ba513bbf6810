"""Rosters taken in, and what is kept of their links."""

from bot.rules.roster.changes import RosterChanges
from bot.usecases.import_roster import import_roster
from bot.usecases.tick import Tick
from storage.contact_links import list_contact_links
from storage.engine import Database, Session
from storage.households import find_household
from storage.models import (
    Official,
)
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot.rules.roster.sheets import Tables, check
from tests.clock import Hands


async def take_in(database: Database, given: Tables, hands: Hands) -> RosterChanges:
    async with database.write() as session:
        return await import_roster(
            Tick(session, hands.now, "roster", POLICY, CALENDAR), check(given), lambda _done, _total: None
        )


async def links_of(session: Session, code: str) -> list[tuple[str, str | None, bool]]:
    """Cadre, reason, and whether it is still open, oldest first."""
    household = await find_household(session, code)
    assert household
    links = await list_contact_links(session, household.id)
    officials = [await session.get_one(Official, link.official_id) for link in links]
    return [(one.no, link.reason, link.until is None) for one, link in zip(officials, links, strict=True)]


def without(given: Tables, table: str, code: str) -> Tables:
    given[table] = [row for row in given[table] if row[0] != code]
    return given
