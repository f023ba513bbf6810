"""The real command in a process of its own."""

import os
import tempfile
from pathlib import Path
from subprocess import CompletedProcess

from bot.__main__ import main
from tests.forked import Forked


def huiyin(*arguments: str, folder: Path, said: str | bytes = "", **variables: str) -> "CompletedProcess[str]":
    """`folder` is where it keeps its own files; `variables` are all the settings it sees; `said` is its input."""
    with tempfile.TemporaryDirectory(prefix="huiyin-said-") as streams:
        given, out, err = (Path(streams) / name for name in ("in", "out", "err"))
        given.write_bytes(said if isinstance(said, bytes) else said.encode())
        status = Forked(main, arguments, _environ(folder) | variables, out, err, given).wait()
        return CompletedProcess(arguments, status, out.read_text(), err.read_text())


def _environ(folder: Path) -> dict[str, str]:
    others = {name: value for name, value in os.environ.items() if not name.startswith("HUIYIN_")}
    return others | {"HUIYIN_DATA_DIR": str(folder), "COLUMNS": "200"}
