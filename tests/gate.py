"""The gate every commit passes: linters, types, import contracts and the default tests, side by side.

`python -m tests.gate` runs all of it, `--lint` only the static checks. Each check is a process of its own; the
static ones run beside the tests, and everything that failed is named on the last line.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
_MEMORY = Path("/dev/shm")
_ENOUGH = 4 * 2**30  # bytes; a run takes half of one


@dataclass(frozen=True)
class Check:
    """One command of the gate; `name` is how its result is reported."""

    name: str
    command: tuple[str, ...]

    def start(self) -> subprocess.Popen[str]:
        program = shutil.which(self.command[0], path=str(BIN))
        if program is None:
            raise SystemExit(f"{self.command[0]} is not in {BIN}; run `make setup` first.")
        return subprocess.Popen(
            (program, *self.command[1:]),
            cwd=TREE,
            env=_environment() | _in_memory(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


STATIC = (
    Check("ruff", ("ruff", "check", "--quiet", ".")),
    Check("format", ("ruff", "format", "--check", "--quiet", ".")),
    Check("contracts", ("lint-imports", "--no-cache")),
    Check("mypy", ("mypy",)),
)
# A worker waits much of its time for the servers it talks to, so that as many as there are cores would idle. Tests are
# given out one by one in their order, the long ones first.
_SHARED = ("-n", "6", "--dist", "load", "--maxschedchunk", "1")
TESTS = Check("tests", ("pytest", "-q", *_SHARED, "--ignore", "tests/browser"))


def main(arguments: list[str]) -> int:
    """Run the gate and return the exit status: 0 when every check passed."""
    static_only = arguments == ["--lint"]
    if arguments and not static_only:
        raise SystemExit("The gate takes no argument but --lint.")
    failed = _run(STATIC)
    if not static_only:
        failed += _run((TESTS,))
    sys.stdout.write(f"gate: {'failed: ' + ', '.join(failed) if failed else 'all passed'}\n")
    return 1 if failed else 0


def _environment() -> dict[str, str]:
    """What is compiled is kept: workers and the programs that tests start would each compile all of it again."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _in_memory() -> dict[str, str]:
    """Where the tests' databases lie: in memory if there is room, since most of the time would go into waiting for the
    disk. Nothing they show depends on it: a killed process loses no more there than on a disk."""
    if "TMPDIR" in os.environ or not _MEMORY.is_dir() or not os.access(_MEMORY, os.W_OK):
        return {}
    return {"TMPDIR": str(_MEMORY)} if shutil.disk_usage(_MEMORY).free > _ENOUGH else {}


def _run(checks: tuple[Check, ...]) -> list[str]:
    started = [(check, check.start(), time.monotonic()) for check in checks]
    return [check.name for check, process, since in started if not _passed(check, process, since)]


def _passed(check: Check, process: subprocess.Popen[str], since: float) -> bool:
    output, _ = process.communicate()
    passed = process.returncode == 0
    if not passed or check is TESTS:
        sys.stdout.write(output)
    sys.stdout.write(f"gate: {check.name} {'passed' if passed else 'FAILED'} ({time.monotonic() - since:.0f} s)\n")
    sys.stdout.flush()
    return passed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
