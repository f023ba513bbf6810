"""`huiyin classify`: a message a line in, a reading a line out."""

import json
from pathlib import Path
from typing import Any

from bot.reading.lines import BadLine, answer_stdin
from bot.reading.opening import open_dictionary
from nlp.dictionary import Dictionary
from nlp.reading import read

_PARTS = ("text", "title", "detail")


def classify(dictionary: Path | None, cadre: str) -> None:
    """Answers every line that can be read, in order; raises Problem at the end where some could not. `cadre`: the full
    name of the households' own contact cadre, if it is known."""
    opened = open_dictionary(dictionary) if dictionary else None
    answer_stdin(lambda line: json.dumps(_read(opened, cadre, *_message(line)), ensure_ascii=False))


def _message(line: str) -> tuple[str, str]:
    """Title and detail. Raises BadLine."""
    text = line.strip()
    title, detail = _from_json(text) if text.startswith("{") else ("", text)
    if not (title.strip() or detail.strip()):
        raise BadLine("it is blank. Write a message, or take the line out.")
    return title, detail


def _from_json(text: str) -> tuple[str, str]:
    try:
        given = json.loads(text)
    except ValueError as error:
        raise BadLine(f"it is no JSON ({error}).") from None
    parts = {name: given[name] for name in _PARTS if given.get(name) is not None}
    if not parts:
        raise BadLine('it has neither "text" nor "title" nor "detail".')
    for name, value in parts.items():
        if not isinstance(value, str):
            raise BadLine(f'its "{name}" is no text.')
    return parts.get("title", ""), " ".join(filter(None, (parts.get("detail"), parts.get("text"))))


def _read(dictionary: Dictionary | None, cadre: str, title: str, detail: str) -> dict[str, Any]:
    reading = read(detail, cadre=cadre, title=title, dictionary=dictionary)
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
