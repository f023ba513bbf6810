"""Phones for everybody at once, as a synthetic county needs them: no card was printed, and nobody confirmed anybody."""

from datetime import datetime

from sqlalchemy import select

from storage.engine import Session
from storage.models import Account, Grid, Household, HouseholdMember, Official, OfficialAccount
from storage.roster.bulk import add_rows


async def add_phones(session: Session, bot_id: int, now: datetime) -> tuple[dict[int, int], dict[int, int]]:
    """The user ids of all officials, by their row ids; and of one member of each household, with its work area's."""
    officials = list(await session.scalars(select(Official.id).order_by(Official.id)))
    query = select(Household.id, Grid.parent_id).join(Grid, Grid.id == Household.grid_id).order_by(Household.id)
    homes = (await session.execute(query)).all()
    users = range(1, len(officials) + len(homes) + 1)
    columns = ("id", "bot_id", "user_id", "chat_id", "first_seen", "last_seen")
    await add_rows(session, Account, columns, [(n, bot_id, n, n, now, now) for n in users], _nobody)
    of_officials = dict(zip(officials, users, strict=False))
    of_homes = dict(zip(users[len(officials) :], homes, strict=True))
    acting = [(official, user, now) for official, user in of_officials.items()]
    await add_rows(session, OfficialAccount, ("official_id", "account_id", "since"), acting, _nobody)
    members = [(home, user, "x", now) for user, (home, _) in of_homes.items()]
    await add_rows(session, HouseholdMember, ("household_id", "account_id", "name", "since"), members, _nobody)
    return of_officials, {user: area or 0 for user, (_, area) in of_homes.items()}


def _nobody(_: int) -> None:
    pass
