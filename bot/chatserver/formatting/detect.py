import re
from collections.abc import Iterator

from bot.chatserver.formatting.entities import Span, in_units
from bot.chatserver.formatting.tags import find_cashtags, find_commands, find_hashtags, find_mentions
from bot.chatserver.formatting.url_rules import is_email, url_length
from bot.chatserver.formatting.urls import find_candidates, find_inner_urls

_SIGN = re.compile(r"[@/#$.]")
_MAILTO = "mailto:"


def find_entities(text: str) -> list[Span]:
    """What a phone makes tappable by itself, in UTF-16 units, sorted and disjoint: the first of two that overlap.

    As MessageEntity.cpp, find_entities, without what the Bot API does not show (bank cards, times in a video).
    """
    if _SIGN.search(text) is None:
        return []
    found: list[Span] = []
    for span in in_units(text, _find_all(text)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def _find_all(text: str) -> Iterator[Span]:
    if "@" in text:
        yield from find_mentions(text)
    if "/" in text:
        yield from find_commands(text)
        yield from (Span("url", start, end) for start, end in find_inner_urls(text))
    if "#" in text:
        yield from find_hashtags(text)
    if "$" in text:
        yield from find_cashtags(text)
    if "." in text:
        yield from _find_addresses(text)


def _find_addresses(text: str) -> Iterator[Span]:
    for start, end in find_candidates(text):
        candidate = text[start:end]
        mail = candidate.removeprefix(_MAILTO)
        if is_email(mail):
            yield Span("email", end - len(mail), end)
        elif length := url_length(candidate):
            yield Span("url", start, start + length)
