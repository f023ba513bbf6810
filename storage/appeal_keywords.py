"""The words by which an appeal is found by others like it. Rows, so that every process and every start has them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select, update

from storage.engine import Session
from storage.models import Appeal, AppealKeyword, Grid
from storage.public import is_public

_LONGEST = 32
_INSERT = insert(AppealKeyword)


def indexed(words: Iterable[str]) -> list[str]:
    """As they stand in the index: short, none twice, and nothing that PostgreSQL keeps in no text."""
    return list(dict.fromkeys(word[:_LONGEST] for word in words if word and "\0" not in word))


async def add_keywords(session: Session, appeal_id: int, area_id: int | None, words: Iterable[str]) -> None:
    """Of an appeal that has none yet, and may be told of."""
    rows = [{"appeal_id": appeal_id, "word": word, "area_id": area_id} for word in indexed(words)]
    if rows:
        await session.execute(_INSERT, rows)


async def record_keywords(session: Session, appeal: Appeal, words: Iterable[str]) -> None:
    """These instead of whatever it had; none for what may not be told of."""
    await record_keywords_gone(session, appeal.id)
    if await is_public(session, appeal):
        area_id = await session.scalar(select(Grid.parent_id).where(Grid.id == appeal.grid_id))
        await add_keywords(session, appeal.id, area_id, words)


async def record_keywords_gone(session: Session, appeal_id: int) -> None:
    await session.execute(delete(AppealKeyword).where(AppealKeyword.appeal_id == appeal_id))


async def record_area_changed(session: Session, village_id: int, area_id: int) -> None:
    """The village hangs elsewhere in the tree from now on."""
    of_village = select(Appeal.id).where(Appeal.grid_id == village_id)
    await session.execute(
        update(AppealKeyword)
        .where(AppealKeyword.appeal_id.in_(of_village))
        .values(area_id=area_id)
        .execution_options(synchronize_session=False)
    )


async def list_keywords(session: Session, appeal_id: int) -> Sequence[str]:
    """None for what may not be told of."""
    return (await session.scalars(select(AppealKeyword.word).where(AppealKeyword.appeal_id == appeal_id))).all()
