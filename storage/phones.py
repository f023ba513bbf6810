"""Phones for everybody at once, as a synthetic county needs them: no card was printed, and nobody confirmed anybody."""

from datetime import datetime

from sqlalchemy import select

from storage.engine import Session
from storage.models import Account, Household, HouseholdMember, Official, OfficialAccount
from storage.roster.bulk import add_rows


async def add_phones(session: Session, bot_id: int, now: datetime) -> tuple[dict[int, int], dict[int, int]]:
    """The user ids of all officials and of one member of each household, by their row ids."""
    officials = list(await session.scalars(select(Official.id).order_by(Official.id)))
    homes = list(await session.scalars(select(Household.id).order_by(Household.id)))
    users = range(1, len(officials) + len(homes) + 1)
    columns = ("id", "bot_id", "user_id", "chat_id", "first_seen", "last_seen")
    await add_rows(session, Account, columns, [(n, bot_id, n, n, now, now) for n in users], _nobody)
    of_officials = dict(zip(officials, users, strict=False))
    of_homes = dict(zip(homes, users[len(officials) :], strict=True))
    acting = [(official, user, now) for official, user in of_officials.items()]
    await add_rows(session, OfficialAccount, ("official_id", "account_id", "since"), acting, _nobody)
    members = [(home, user, "x", now) for home, user in of_homes.items()]
    await add_rows(session, HouseholdMember, ("household_id", "account_id", "name", "since"), members, _nobody)
    return of_officials, of_homes


def _nobody(_: int) -> None:
    pass
