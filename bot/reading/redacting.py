"""`huiyin redact`: texts in, one a line; what may be read by anybody out, one JSON object a line."""

import json
from typing import Any

from bot.reading.lines import BadLine, answer_stdin
from nlp.redact import redact


def redact_stdin() -> None:
    """Answers every line that can be read, in order; raises Problem at the end where some could not."""
    answer_stdin(lambda line: redacted(_text(line)))


def redacted(text: str) -> str:
    """As JSON; offsets count characters of the text."""
    found = redact(text)
    spans = [{"start": span.start, "end": span.end, "kind": span.kind} for span in found.spans]
    return json.dumps({"redacted": found.text, "spans": spans}, ensure_ascii=False)


def _text(line: str) -> str:
    """Of a line that is the text itself, or a JSON object with a `text`. Raises BadLine."""
    if not line.lstrip().startswith("{"):
        return line
    try:
        told: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        where = f" at character {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise BadLine(f"it begins like JSON and is none: see it{where}.") from None
    if not isinstance(told, dict) or not isinstance(told.get("text"), str):
        raise BadLine('it is a JSON object without a string called "text".')
    text: str = told["text"]
    return text
