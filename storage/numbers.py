"""Numbers that can be said aloud: a series without gaps for each village, and one for the county."""

from sqlalchemy.dialects import postgresql, sqlite

from storage.engine import Session
from storage.models import NumberSeries


async def add_number(session: Session, series: str) -> int:
    """The next number. Its series stays locked until the transaction ends; undone with it, no gap is left."""
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert(NumberSeries) if dialect == "sqlite" else postgresql.insert(NumberSeries)
    statement = (
        insert.values(name=series, last=1)
        .on_conflict_do_update(index_elements=["name"], set_={"last": NumberSeries.last + 1})
        .returning(NumberSeries.last)
    )
    number: int = (await session.execute(statement)).scalar_one()
    return number
