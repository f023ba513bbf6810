"""Officials who leave."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update

from storage.engine import Session
from storage.models import Deputy, Grid, GridLead, Invitation, Official, OfficialAccount

_AT_ONCE = 500


async def record_left(session: Session, official_ids: Sequence[int], now: datetime) -> None:
    """They lead nothing any more, act from no phone, and no card that was printed for them is good."""
    for start in range(0, len(official_ids), _AT_ONCE):
        some = official_ids[start : start + _AT_ONCE]
        await session.execute(update(Official).where(Official.id.in_(some)).values(left_at=now))
        for table in (GridLead, OfficialAccount):
            gone = table.official_id.in_(some), table.until.is_(None)
            await session.execute(update(table).where(*gone).values(until=now))
        unused = Invitation.official_id.in_(some), Invitation.used_at.is_(None), Invitation.revoked_at.is_(None)
        await session.execute(update(Invitation).where(*unused).values(revoked_at=now))


async def list_grids_led_alone(session: Session, official_id: int) -> Sequence[Grid]:
    """Those that would have no lead in office without this one."""
    others = (
        select(GridLead.grid_id)
        .join(Official, Official.id == GridLead.official_id)
        .where(GridLead.until.is_(None), GridLead.official_id != official_id, Official.left_at.is_(None))
    )
    query = select(Grid).join(GridLead, GridLead.grid_id == Grid.id)
    query = query.where(GridLead.official_id == official_id, GridLead.until.is_(None), Grid.id.not_in(others))
    return (await session.scalars(query.order_by(Grid.id))).all()


async def list_deputies_of_or_by(session: Session, official_id: int) -> Sequence[Deputy]:
    """Whoever stands in for the official, or will, and whom the official stands in for."""
    query = select(Deputy).where(Deputy.until.is_(None))
    query = query.where((Deputy.official_id == official_id) | (Deputy.deputy_id == official_id))
    return (await session.scalars(query.order_by(Deputy.id))).all()
