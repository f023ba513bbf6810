"""Hiding what leads to a person, before anybody but the holder reads a text."""

from collections.abc import Iterable
from dataclasses import dataclass

from nlp.sensitive import sensitive_in
from nlp.spans import Sensitive, Span, merged

_MARKS = {
    Sensitive.NAME: "〔某人〕",
    Sensitive.PHONE: "〔电话〕",
    Sensitive.ID_CARD: "〔证件号〕",
    Sensitive.BANK_CARD: "〔卡号〕",
    Sensitive.HOUSE: "〔门牌〕",
    Sensitive.PLATE: "〔车牌〕",
    Sensitive.WECHAT: "〔微信〕",
    Sensitive.EMAIL: "〔邮箱〕",
    Sensitive.DIAGNOSIS: "〔病情〕",
}
_HOME = "〔某家〕"


@dataclass(frozen=True)
class Redacted:
    """`spans` are what was hidden, as places in the text that was given."""

    text: str
    spans: tuple[Span, ...]


def redact(text: str, known_names: Iterable[str] = (), village_names: Iterable[str] = ()) -> Redacted:
    """The text with neutral marks for names, numbers, houses and diagnoses; every other sign stays as it was.

    Redacted again it stays as it is. `known_names` are those of whoever speaks (head and members of the household, the
    official): all vanish. `village_names` are all others that may be meant, as in `nlp.finders.known_names`.
    """
    known, village = tuple(known_names), tuple(village_names)
    spans = sensitive_in(text, known, village)
    while spans:
        marked, origins = _marked(text, spans)
        found = (_at_origin(span, origins) for span in sensitive_in(marked, known, village))
        wider = merged([*spans, *found])
        if wider == spans:
            return Redacted(marked, spans)
        spans = wider  # a mark stands out where a name did not: what is beside it may be clear only now
    return Redacted(text, spans)


def _marked(text: str, spans: tuple[Span, ...]) -> tuple[str, list[tuple[int, int]]]:
    """With each of its signs' place in the text; a mark's signs are all where the whole span is."""
    parts, origins, place = [], [], 0
    for span in spans:
        mark = _mark(text, span)
        parts += [text[place : span.start], mark]
        origins += [(at, at + 1) for at in range(place, span.start)] + [(span.start, span.end)] * len(mark)
        place = span.end
    origins += [(at, at + 1) for at in range(place, len(text))]
    return "".join([*parts, text[place:]]), origins


def _mark(text: str, span: Span) -> str:
    """A household that is named by somebody stays a household: 〔某家〕的狗."""
    of_home = span.kind == Sensitive.NAME and text[span.start : span.end].endswith("家")
    return _HOME if of_home else _MARKS[span.kind]


def _at_origin(span: Span, origins: list[tuple[int, int]]) -> Span:
    return Span(origins[span.start][0], origins[span.end - 1][1], span.kind)
