"""The real command in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path


def huiyin(*arguments: str, folder: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """`folder` is where it keeps its own files; `variables` are all the settings it sees."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("HUIYIN_")}
    environ |= {"HUIYIN_DATA_DIR": str(folder), "COLUMNS": "200"} | variables
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments], env=environ, capture_output=True, text=True, check=False
    )
