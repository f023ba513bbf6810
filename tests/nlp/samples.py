"""The invented sentences of tests/data, and real messages where they are there."""

import csv
import os
import tomllib
from pathlib import Path

_INVENTED = Path(__file__).parent.parent / "data"
_ROUNDS = (".", "round2", "round3", "round4")
REAL = Path(os.environ.get("HUIYIN_REAL_MESSAGES", Path(__file__).resolve().parents[3] / "shared" / "data"))
WHERE_REAL = f"The real messages are not in {REAL}; set HUIYIN_REAL_MESSAGES to the folder that has them."


def invented(file: str) -> dict[str, list[str]]:
    """Sentences of all rounds, by what they are."""
    sentences: dict[str, list[str]] = {}
    for of_round in (_INVENTED / round_ / f"{file}.toml" for round_ in _ROUNDS):
        if of_round.exists():
            for kind, texts in tomllib.loads(of_round.read_text(encoding="utf-8")).items():
                sentences.setdefault(kind, []).extend(texts)
    return sentences


def invented_pairs() -> dict[str, list[tuple[str, str]]]:
    pairs = tomllib.loads((_INVENTED / "same_matter.toml").read_text(encoding="utf-8"))
    return {kind: [(first, second) for first, second in of_kind] for kind, of_kind in pairs.items()}


def real(file: str) -> list[dict[str, str]]:
    """Rows of citizens' messages. They are measured, never printed."""
    with (REAL / file).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
