"""`huiyin group`: messages in, groups of the same matter out; one JSON object a line both ways."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, TextIO

from bot.rules.errors import Problem
from nlp.grouping import Group, Message, group

_EXAMPLE = '{"id": "1", "text": "村口路灯坏了"}'
_KNOWN = ("household", "village")


class MessagesFaulty(Problem):
    """Every line that cannot be read, by its number."""


class _LineFaulty(ValueError):
    pass


def run(lines: BinaryIO, out: TextIO) -> None:
    """Writes {"ids", "why"} for every group of two or more. Raises MessagesFaulty; then nothing is written."""
    ids, messages = _read(lines)
    try:
        for one in group(messages):
            out.write(json.dumps(_shown(one, ids), ensure_ascii=False) + "\n")
        out.flush()
    except BrokenPipeError:  # whoever reads has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _shown(found: Group, ids: dict[str, Any]) -> dict[str, Any]:
    why: dict[str, Any] = {"keywords": found.keywords, "places": found.places}
    if found.households:
        why["households"] = found.households
    return {"ids": [ids[key] for key in found.ids], "why": why}


def _read(lines: Iterable[bytes]) -> tuple[dict[str, Any], list[Message]]:
    """The ids as they were given, and the messages."""
    ids: dict[str, Any] = {}
    messages, faults = [], []
    for number, line in _numbered(lines):
        try:
            id_, message = _message(line)
        except _LineFaulty as fault:
            faults.append(f"Line {number} {fault}")
            continue
        if message.id in ids:
            faults.append(f"Line {number} has the id {message.id} again. Give every message an id of its own.")
        ids[message.id] = id_
        messages.append(message)
    if faults:
        raise MessagesFaulty("\n".join(faults))
    return ids, messages


def _numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def _message(line: bytes) -> tuple[Any, Message]:
    try:
        told = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _LineFaulty("is not in UTF-8. Save the file as UTF-8.") from None
    except ValueError:
        raise _LineFaulty(f"is not JSON. Write one object a line: {_EXAMPLE}") from None
    if not isinstance(told, dict):
        raise _LineFaulty(f"is not an object. Write one object a line: {_EXAMPLE}")
    id_ = told.get("id")
    if isinstance(id_, bool) or not isinstance(id_, str | int) or id_ == "":
        raise _LineFaulty(f"has no id. Give a text or a whole number: {_EXAMPLE}")
    household, village = (_name(told, field) for field in _KNOWN)
    return id_, Message(str(id_), _text(told), household, village)


def _text(told: dict[str, Any]) -> str:
    parts = [told["text"]] if "text" in told else [told[field] for field in ("title", "detail") if field in told]
    if not parts or not all(isinstance(part, str) for part in parts):
        raise _LineFaulty(f"has no text. Give text, or title and detail: {_EXAMPLE}")
    return "\n".join(parts)


def _name(told: dict[str, Any], field: str) -> str:
    value = told.get(field)
    if value is not None and (isinstance(value, bool) or not isinstance(value, str | int)):
        raise _LineFaulty(f"has a {field} that is neither a text nor a whole number.")
    return "" if value is None else str(value)
