"""Databases for tests: migrated once, then copied for each test that wants one."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

from storage.migrate import upgrade
from tests import postgres

ENGINES = ("sqlite", "postgresql")
GIVEN = "HUIYIN_TEST_DATABASE_URL"
_SHARED = "HUIYIN_TEST_SHARED"  # the folder in which the processes of one test session meet


def open_session(folder: Path) -> None:
    """Called once, by the process that starts the others."""
    os.environ[_SHARED] = str(folder)


def close_session() -> None:
    """Ends the cluster, if a test started one, and leaves nothing on a server that was given."""
    known = _shared() / "postgres.json"
    if not known.exists():
        return
    server = json.loads(known.read_text())
    if server["folder"]:
        postgres.Cluster(server["url"], Path(server["folder"])).stop()
    else:
        _execute(server["url"], sql.SQL("DROP DATABASE {}"), server["template"])


@contextmanager
def fresh(engine: str, folder: Path, *, migrated: bool = True) -> Iterator[str]:
    """The address of a database of its own for one test, with the tables of today unless told otherwise."""
    if engine == "sqlite":
        yield _fresh_sqlite(folder / "huiyin.db", migrated=migrated)
        return
    server = _server()
    name = f"huiyin_test_{uuid4().hex}"
    template = server["template"] if migrated else "template0"
    _execute(server["url"], sql.SQL("CREATE DATABASE {} TEMPLATE {}"), name, template)
    yield _with_name(server["url"], name)
    _execute(server["url"], sql.SQL("DROP DATABASE {} WITH (FORCE)"), name)


def _fresh_sqlite(file: Path, *, migrated: bool) -> str:
    if migrated:
        with _one_at_a_time():
            template = _shared() / "template.db"
            if not template.exists():
                upgrade(f"sqlite:///{template}")
        shutil.copy(template, file)
    return f"sqlite:///{file}"


def _server() -> dict[str, str]:
    with _one_at_a_time():
        known = _shared() / "postgres.json"
        if not known.exists():
            known.write_text(json.dumps(_started()))
        server: dict[str, str] = json.loads(known.read_text())
        return server


def _started() -> dict[str, str]:
    given = os.environ.get(GIVEN)
    cluster = None if given else postgres.start()
    url = given or (cluster.url if cluster else "")
    template = f"huiyin_test_template_{uuid4().hex}"
    _execute(url, sql.SQL("CREATE DATABASE {} TEMPLATE template0"), template)
    upgrade(_with_name(url, template))
    return {"url": url, "template": template, "folder": str(cluster.folder) if cluster else ""}


def _execute(url: str, statement: sql.SQL, *names: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.format(*map(sql.Identifier, names)))


def _with_name(url: str, name: str) -> str:
    return f"{url.rsplit('/', 1)[0]}/{name}"


def _shared() -> Path:
    return Path(os.environ[_SHARED])


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with (_shared() / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
