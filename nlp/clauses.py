"""Cutting a text at its clauses. Nothing is put in other words: what is left out is left out whole, and shown by …."""

import re
from collections.abc import Callable

from nlp.hand_words import weight_of
from nlp.plain import plain
from nlp.segment import cut

CHAT_LINE = 60  # signs of what is sent in one breath, at most
_BEGINNING = 15
_TITLE = 24
_QUOTE = 40
_LEFT_OUT = "…"
# A space ends a clause between Chinese characters only: most villagers type no other sign.
_EDGE = re.compile(r"[。!?;,!?;,…~\n\r]+|(?<=[^\x00-\x7f])[  ]+|[  ]+(?=[^\x00-\x7f])|(?<!\d)[.:](?!\d)")


def clauses(text: str) -> list[str]:
    """The clauses in their order, without the signs between them."""
    return [clause for part in _EDGE.split(text) if (clause := part.strip())]


def beginning_of(text: str) -> str:
    """What a text says first: a chat line whole, of a longer one as many clauses as have some fifteen signs."""
    if len(text) <= CHAT_LINE:
        return text
    said = ""
    for clause in clauses(text):
        said = f"{said} {clause}"
        if len(said) > _BEGINNING:
            break
    return said[:CHAT_LINE]


def title_of(text: str, at_most: int = _TITLE, weight: Callable[[str], float] = weight_of) -> str:
    """The most telling clause, of equals the first; one longer than `at_most` signs is cut between two words."""
    told = clauses(text)
    return _shortened(max(told, key=lambda clause: weight(plain(clause))), at_most) if told else ""


def quote_of(text: str, at_most: int = _QUOTE) -> str:
    """The text's beginning in its own words and signs, cut after the last clause that ends within `at_most` signs."""
    text = text.strip()
    if len(text) <= at_most:
        return text
    ends = [edge.start() for edge in _EDGE.finditer(text) if 0 < edge.start() <= at_most]
    return text[: ends[-1]].rstrip() + _LEFT_OUT if ends else _shortened(text, at_most)


def _shortened(clause: str, at_most: int) -> str:
    if len(clause) <= at_most:
        return clause
    kept = ""
    for word in cut(clause):
        if len(kept + word) >= at_most:
            break
        kept += word
    return (kept or clause[: at_most - 1]).rstrip() + _LEFT_OUT
