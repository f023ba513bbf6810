"""Brings a database's tables to the form that this version needs, step by step (Alembic)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, NullPool, create_engine, make_url
from sqlalchemy.exc import DatabaseError, OperationalError

from bot.rules.errors import Problem
from storage.engine import DatabaseDown

EMPTY = "empty"
_FOLDER = Path(__file__).parent / "migrations"


class SchemaUnknown(Problem):
    """The tables are of a newer Huiyin than this one, or of something else."""


@dataclass(frozen=True)
class Step:
    revision: str
    title: str


@dataclass(frozen=True)
class Migration:
    """From which revision to which, and the steps taken between them; `EMPTY` stands for no tables."""

    before: str
    after: str
    steps: tuple[Step, ...]


def upgrade(url: str, target: str = "head") -> Migration:
    """Walk up to the target. Raises SchemaUnknown, or DatabaseDown where nothing can be reached."""
    with _connection(url) as connection:
        before = _revision(connection)
        command.upgrade(_config(connection), target)
        after = _revision(connection)
    return Migration(before, after, tuple(_steps(before, after)))


def downgrade(url: str, target: str) -> None:
    """Walk down to the target; "base" leaves no table. The rows of dropped tables are lost."""
    with _connection(url) as connection:
        command.downgrade(_config(connection), target)


def find_missing_steps(url: str) -> tuple[Step, ...]:
    """What `upgrade` would do. Raises the same errors."""
    with _connection(url) as connection:
        return tuple(_steps(_revision(connection), _script().get_current_head() or EMPTY))


@contextmanager
def _connection(url: str) -> Iterator[Connection]:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    else:
        parsed = parsed.set(drivername="postgresql+psycopg")
    engine = create_engine(parsed, poolclass=NullPool)
    try:
        with engine.begin() as connection:
            yield connection
    except DatabaseError as error:
        # A file that is no database is a bare DatabaseError; the other kinds are faults of a migration.
        if type(error) not in {DatabaseError, OperationalError}:
            raise
        name = parsed.set(username=None, password=None).render_as_string()
        raise DatabaseDown(name, str(error.orig).strip().splitlines()[0]) from error
    finally:
        engine.dispose()


def _revision(connection: Connection) -> str:
    revision = MigrationContext.configure(connection).get_current_revision() or EMPTY
    known = {script.revision for script in _script().walk_revisions()} | {EMPTY}
    if revision not in known:
        raise SchemaUnknown(
            f"The database's tables are of revision {revision}, which this Huiyin does not know. "
            "Install the newer version that made them, or name another database in HUIYIN_DATABASE_URL."
        )
    return revision


def _steps(before: str, after: str) -> list[Step]:
    scripts = reversed(list(_script().walk_revisions()))
    names = [Step(script.revision, (script.doc or "").splitlines()[0]) for script in scripts]
    order = [EMPTY, *(step.revision for step in names)]
    return names[order.index(before) : order.index(after)]


def _script() -> ScriptDirectory:
    return ScriptDirectory(str(_FOLDER))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
