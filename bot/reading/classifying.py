"""`huiyin classify`: a message a line in, a reading a line out."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot.reading.opening import open_dictionary
from bot.rules.errors import Problem
from nlp.dictionary import Dictionary
from nlp.reading import read

_PARTS = ("text", "title", "detail")


class _BadLine(Exception):
    pass


def classify(dictionary: Path | None) -> None:
    """Answers every line that can be read, in order; raises Problem at the end where some could not."""
    opened = open_dictionary(dictionary) if dictionary else None
    bad = _answer(opened, sys.stdin.buffer)
    if bad:
        raise Problem(f"{bad} {'line was' if bad == 1 else 'lines were'} not answered; see above.")


def _answer(dictionary: Dictionary | None, lines: Iterable[bytes]) -> int:
    bad = 0
    for number, line in enumerate(lines, start=1):
        try:
            title, detail = _message(line)
        except _BadLine as why:
            bad += 1
            sys.stderr.write(f"Line {number}: {why}\n")
        else:
            sys.stdout.write(json.dumps(_read(dictionary, title, detail), ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return bad


def _message(line: bytes) -> tuple[str, str]:
    """Title and detail. Raises _BadLine."""
    try:
        text = line.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise _BadLine("it is no text in UTF-8.") from None
    title, detail = _from_json(text) if text.startswith("{") else ("", text)
    if not (title.strip() or detail.strip()):
        raise _BadLine("it is blank. Write a message, or take the line out.")
    return title, detail


def _from_json(text: str) -> tuple[str, str]:
    try:
        given = json.loads(text)
    except ValueError as error:
        raise _BadLine(f"it is no JSON ({error}).") from None
    parts = {name: given[name] for name in _PARTS if given.get(name) is not None}
    if not parts:
        raise _BadLine('it has neither "text" nor "title" nor "detail".')
    for name, value in parts.items():
        if not isinstance(value, str):
            raise _BadLine(f'its "{name}" is no text.')
    return parts.get("title", ""), " ".join(filter(None, (parts.get("detail"), parts.get("text"))))


def _read(dictionary: Dictionary | None, title: str, detail: str) -> dict[str, Any]:
    reading = read(detail, title=title, dictionary=dictionary)
    return {
        "category": reading.category,
        "confidence": reading.confidence,
        "second": reading.runner_up,
        "words": list(reading.words),
        "danger": reading.danger,
        "private": reading.private,
        "about_cadre": reading.about_cadre,
        "is_appeal": reading.is_appeal,
        "abstain": reading.abstain,
    }
