"""One breakage of the table, and what the tests named beside it say when it is there."""

import os
import re
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

TABLE = Path(__file__).parent / "table.toml"
TREE = Path(__file__).resolve().parents[2]
_PATIENCE = 300  # seconds, on a machine that does much else; the tests of one breakage take ten
_FAILED = 1  # pytest's exit status: all tests were collected and ran, and some failed
_AN_ASSERTION = re.compile(r"AssertionError|assert |Failed: |ExceptionGroup")


@dataclass(frozen=True)
class Mutant:
    """`old` stands once in `file`; `new` takes its place; `tests`, as pytest takes them, should notice."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def broken(self, tree: Path) -> str:
        """The file with the breakage. Raises ValueError where it cannot be applied."""
        text = (tree / self.file).read_text(encoding="utf-8")
        times = text.count(self.old)
        if times != 1:
            raise ValueError(f"{self.name!r}: its old text stands {times} times in {self.file}, not once")
        return text.replace(self.old, self.new)


@dataclass(frozen=True)
class Verdict:
    """`noticed`: by a test whose assertion failed, not by one that could not even begin."""

    noticed: bool
    why: str
    seconds: float


def read_table() -> list[Mutant]:
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["mutant"]
    return [Mutant(**row | {"tests": tuple(row["tests"])}) for row in rows]


def try_mutant(mutant: Mutant, tree: Path) -> Verdict:
    """Break the tree, run its tests, and mend it again."""
    place = tree / mutant.file
    whole, began = place.read_text(encoding="utf-8"), time.monotonic()
    place.write_text(mutant.broken(tree), encoding="utf-8")
    try:
        noticed, why = _judge(tree, mutant.tests)
    finally:
        place.write_text(whole, encoding="utf-8")
    return Verdict(noticed, why, time.monotonic() - began)


def run_tests(tree: Path, tests: tuple[str, ...], *more: str) -> subprocess.CompletedProcess[str]:
    """With the parts of that tree, whatever else is installed: the folder in which python starts comes first.

    Compiled files are not written, or a breakage of the same length and second would not be seen.
    """
    command = (sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:cacheprovider", *more, *tests)
    return subprocess.run(
        command, cwd=tree, env=environment(tree), capture_output=True, text=True, timeout=_PATIENCE, check=False
    )


def environment(tree: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}


def _judge(tree: Path, tests: tuple[str, ...]) -> tuple[bool, str]:
    report = tree / "report.xml"
    try:
        done = run_tests(tree, tests, f"--junitxml={report}")
    except subprocess.TimeoutExpired:
        return False, f"its tests did not end within {_PATIENCE} s"
    if done.returncode == 0:
        return False, "all of its tests passed"
    if done.returncode != _FAILED:
        return False, f"its tests did not run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
    return _first_failure(report)


def _first_failure(report: Path) -> tuple[bool, str]:
    for case in ET.parse(report).getroot().iter("testcase"):
        failure = case.find("failure")
        if failure is not None:
            said = failure.get("message", "")
            return _AN_ASSERTION.match(said) is not None, f"{case.get('name')}: {said.splitlines()[0][:100]}"
    return False, "a test could not begin or end"
