"""`huiyin redact`: texts in, one a line; what may be read by anybody out, one JSON object a line."""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from bot.rules.errors import Problem
from nlp.redact import redact

_BOM = "\ufeff"


class LineFaulty(Problem):
    """Lines count from one."""

    def __init__(self, number: int, fault: str) -> None:
        super().__init__(
            f"Line {number} {fault}. What stands before it was redacted; correct it and begin again there."
        )


def redact_stdin() -> None:
    """Answers each line as soon as it is read. Raises LineFaulty."""
    for line in redacted_lines(sys.stdin.buffer):
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()


def redacted_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Each line is a text as it is, or a JSON object with a `text`. Offsets count characters of that text."""
    for number, line in enumerate(lines, start=1):
        yield _answer(_text_of(number, line)) + b"\n"


def _answer(text: str) -> bytes:
    redacted = redact(text)
    spans = [{"start": span.start, "end": span.end, "kind": span.kind} for span in redacted.spans]
    answer = {"redacted": redacted.text, "spans": spans}
    try:
        return json.dumps(answer, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can hold and UTF-8 cannot
        return json.dumps(answer).encode()


def _text_of(number: int, line: bytes) -> str:
    try:
        text = line.rstrip(b"\r\n").decode()
    except UnicodeDecodeError:
        raise LineFaulty(number, "is not UTF-8") from None
    text = text.removeprefix(_BOM) if number == 1 else text
    return _text_in_json(number, text) if text.lstrip().startswith("{") else text


def _text_in_json(number: int, line: str) -> str:
    try:
        told: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        where = f" at character {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise LineFaulty(number, f"begins like JSON and is none: see it{where}") from None
    if not isinstance(told, dict) or not isinstance(told.get("text"), str):
        raise LineFaulty(number, 'is a JSON object without a string called "text"')
    text: str = told["text"]
    return text
