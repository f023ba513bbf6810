"""The invented set of tests/data/own, and real messages where they are there. Both are measured, never learnt from."""

import csv
import os
import tomllib
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
OWN = DATA / "own"
REAL = Path(os.environ.get("HUIYIN_REAL_MESSAGES", Path(__file__).resolve().parents[3] / "shared" / "data"))
WHERE_REAL = f"The real messages are not in {REAL}; set HUIYIN_REAL_MESSAGES to the folder that has them."


def own(file: str) -> dict[str, list[str]]:
    """Sentences by what they are; their writer did not write the words."""
    return _sentences(OWN / f"{file}.toml")


def invented(file: str) -> dict[str, list[str]]:
    return _sentences(DATA / f"{file}.toml")


def _sentences(path: Path) -> dict[str, list[str]]:
    sentences: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return sentences


def invented_pairs() -> dict[str, list[tuple[str, str]]]:
    return _pairs(DATA / "same_matter.toml")


def own_pairs() -> dict[str, list[tuple[str, str]]]:
    return _pairs(OWN / "same_matter.toml")


def _pairs(path: Path) -> dict[str, list[tuple[str, str]]]:
    pairs = tomllib.loads(path.read_text(encoding="utf-8"))
    return {kind: [(first, second) for first, second in of_kind] for kind, of_kind in pairs.items()}


def real(file: str) -> list[dict[str, str]]:
    """Rows of citizens' messages. They are measured, never printed."""
    with (REAL / file).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
