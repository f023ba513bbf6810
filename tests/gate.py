"""The gate every commit passes: linters, types, import contracts and the default tests, side by side.

`python -m tests.gate` runs all of it, `--lint` only the static checks. Each check is a process of its own; the
static ones run beside the tests, and everything that failed is named on the last line.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


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
TESTS = Check("tests", ("pytest", "-q", "-n", "4", "--dist", "worksteal", "--ignore", "tests/browser"))


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
