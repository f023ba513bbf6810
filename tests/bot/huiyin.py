"""The real command in a process of its own."""

import os
import tempfile
from pathlib import Path
from subprocess import CompletedProcess

from bot.__main__ import main
from tests.forked import Forked


def huiyin(*arguments: str, folder: Path, **variables: str) -> "CompletedProcess[str]":
    """`folder` is where it keeps its own files; `variables` are all the settings it sees."""
    with tempfile.TemporaryDirectory(prefix="huiyin-said-") as said:
        out, err = Path(said) / "out", Path(said) / "err"
        status = Forked(main, arguments, _environ(folder) | variables, out, err).wait()
        return CompletedProcess(arguments, status, out.read_text(), err.read_text())


def _environ(folder: Path) -> dict[str, str]:
    others = {name: value for name, value in os.environ.items() if not name.startswith("HUIYIN_")}
    return others | {"HUIYIN_DATA_DIR": str(folder), "COLUMNS": "200"}
