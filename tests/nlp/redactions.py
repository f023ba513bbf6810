"""How well a file of sentences is redacted: `[[sentence]] text, spans = [{text, kind}]`; no spans: a look-alike."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.redact import redact
from nlp.spans import Sensitive, Span

OWN = Path(__file__).parent.parent / "data" / "redaction.toml"
_LEAST = {Sensitive.NAME: 0.92, Sensitive.HOUSE: 0.92}
_LEAST_OF_OTHERS = 0.98
_MOST_LOOK_ALIKES = 0.05


@dataclass(frozen=True)
class Sentence:
    text: str
    spans: tuple[Span, ...]
    hidden: tuple[Span, ...]

    def missed(self) -> tuple[Span, ...]:
        """A span is found if all of its signs are hidden, as whatever kind."""
        gone = {place for span in self.hidden for place in range(span.start, span.end)}
        return tuple(span for span in self.spans if not gone.issuperset(range(span.start, span.end)))


def read_sentences(path: Path = OWN) -> list[Sentence]:
    told = tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]
    return [_sentence(one) for one in told]


def figures(path: Path = OWN) -> list[tuple[str, float, float]]:
    """Name, value and goal: recall of each kind, to be at least the goal, and the share of look-alikes with anything
    hidden, to be at most."""
    sentences = read_sentences(path)
    spans = Counter(span.kind for one in sentences for span in one.spans)
    missed = Counter(span.kind for one in sentences for span in one.missed())
    recalls = [
        (f"redaction: {kind} found", 1 - missed[kind] / spans[kind], _LEAST.get(kind, _LEAST_OF_OTHERS))
        for kind in Sensitive
        if spans[kind]
    ]
    hidden = [bool(one.hidden) for one in sentences if not one.spans]
    look_alikes = ("redaction: look-alikes hidden", sum(hidden) / max(1, len(hidden)), _MOST_LOOK_ALIKES)
    return [*recalls, look_alikes]


def _sentence(told: dict[str, Any]) -> Sentence:
    text: str = told["text"]
    hidden = redact(text, told.get("known", ()), told.get("village", ())).spans
    return Sentence(text, tuple(_placed(text, told.get("spans", []))), hidden)


def _placed(text: str, spans: list[dict[str, str]]) -> Iterator[Span]:
    """One after the other, so that the second of two that read the same is found at its own place."""
    place = 0
    for span in spans:
        at = text.find(span["text"], place)
        start = at if at >= 0 else text.index(span["text"])
        place = start + len(span["text"])
        yield Span(start, place, Sensitive(span["kind"]))
