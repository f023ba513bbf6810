"""Invented sentences with what leads to a person marked: 低保名单里有[[王德厚|name]]."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from nlp.learning.judges import EXAMPLES
from nlp.spans import Sensitive, Span

_MARKED = re.compile(r"\[\[([^\[\]|]+)\|(\w+)\]\]")


@dataclass(frozen=True)
class Marked:
    text: str
    spans: tuple[Span, ...]


def read_marked(sentence: str) -> Marked:
    parts, spans, place, length = [], [], 0, 0
    for match in _MARKED.finditer(sentence):
        parts += [sentence[place : match.start()], match[1]]
        length += match.start() - place
        spans.append(Span(length, length + len(match[1]), Sensitive(match[2])))
        place, length = match.end(), length + len(match[1])
    return Marked("".join([*parts, sentence[place:]]), tuple(spans))


def marked_sentences(folder: Path = EXAMPLES) -> list[Marked]:
    """Of all files redaction*.toml, none twice."""
    files = (tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("redaction*.toml")))
    return list(map(read_marked, dict.fromkeys(sentence for file in files for sentence in file["marked"])))
