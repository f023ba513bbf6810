"""Parts of a text that are to be hidden."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Sensitive(StrEnum):
    NAME = "name"
    PHONE = "phone"
    ID_CARD = "id_card"
    BANK_CARD = "bank_card"
    HOUSE = "house"
    PLATE = "plate"
    WECHAT = "wechat"
    EMAIL = "email"
    DIAGNOSIS = "diagnosis"


@dataclass(frozen=True)
class Span:
    """text[start:end], in characters."""

    start: int
    end: int
    kind: Sensitive


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Apart and in order; what overlaps becomes one, of the kind of its longest."""
    apart: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if apart and span.start < apart[-1].end:
            last = apart.pop()
            longest = max(last, span, key=lambda one: one.end - one.start)
            span = Span(last.start, max(last.end, span.end), longest.kind)
        apart.append(span)
    return tuple(apart)
