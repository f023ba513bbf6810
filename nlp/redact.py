"""Hiding what leads to a person, before anybody but the holder reads a text."""

from collections.abc import Iterable
from dataclasses import dataclass

from nlp.sensitive import sensitive_in
from nlp.spans import Sensitive, Span

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


@dataclass(frozen=True)
class Redacted:
    """`spans` are what was hidden, as places in the text that was given."""

    text: str
    spans: tuple[Span, ...]


def redact(text: str, known_names: Iterable[str] = (), village_names: Iterable[str] = ()) -> Redacted:
    """The text with neutral marks for names, numbers, houses and diagnoses; every other sign stays as it was.

    `known_names` are those of whoever speaks (head and members of the household, the official): all vanish.
    `village_names` are all others that may be meant, as in `nlp.names`.
    """
    spans = sensitive_in(text, known_names, village_names)
    parts, place = [], 0
    for span in spans:
        parts += [text[place : span.start], _MARKS[span.kind]]
        place = span.end
    return Redacted("".join([*parts, text[place:]]), spans)
