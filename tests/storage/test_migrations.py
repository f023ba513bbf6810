import asyncio

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, select

from storage.appeals import Reading
from storage.engine import Database
from storage.migrate import EMPTY, downgrade, find_missing_steps, upgrade
from storage.models import AppealKeyword, Base
from tests.clock import Hands
from tests.storage.cases import file
from tests.storage.county import CADRE, settle


def _sync(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://")


def _tables(url: str) -> set[str]:
    engine = create_engine(_sync(url))
    try:
        return set(inspect(engine).get_table_names()) - {"alembic_version"}
    finally:
        engine.dispose()


def test_every_step_walks_up_down_and_up_again(empty_database_url: str) -> None:
    steps = [step.revision for step in find_missing_steps(empty_database_url)]
    for revision in steps:
        assert upgrade(empty_database_url, revision).after == revision
    for below in [*reversed(steps[:-1]), "base"]:
        downgrade(empty_database_url, below)
    assert _tables(empty_database_url) == set()
    upgrade(empty_database_url)
    assert _tables(empty_database_url) == set(Base.metadata.tables)


def test_a_migration_says_from_where_to_where_it_went(empty_database_url: str) -> None:
    first = upgrade(empty_database_url)
    again = upgrade(empty_database_url)
    assert (first.before, first.after, len(first.steps) > 0) == (EMPTY, again.before, True)
    assert (again.before, again.steps) == (again.after, ())


async def test_appeals_of_earlier_versions_are_found_by_their_keywords(database_url: str) -> None:
    database = Database(database_url)
    async with database.write() as session:
        county, cast = await settle(session, Hands())
        told = await file(
            county, cast, reading=Reading("low_income", ["低保", "瘫", "\0", "瘫"], "低保停了", "ordinary")
        )
        await file(county, cast, is_private=True)
        await file(county, cast, barred=[cast.officials[CADRE]])
    await asyncio.to_thread(downgrade, database_url, "0011")
    await asyncio.to_thread(upgrade, database_url)
    async with database.read() as session:
        rows = {(row.appeal_id, row.word) for row in await session.scalars(select(AppealKeyword))}
    await database.close()
    assert rows == {(told.id, "低保"), (told.id, "瘫")}


def test_models_equal_migrations(database_url: str) -> None:
    engine = create_engine(_sync(database_url))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()
