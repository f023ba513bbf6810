from collections.abc import Iterator, Sequence

from bot.chatserver.formatting.entities import QUOTES, STYLES, Span, outer_first
from bot.chatserver.formatting.splitting import weave

# The official server keeps no more in a message; custom emoji are counted apart (get_input_message_entities).
MOST_ENTITIES = 100


def fix(spans: Sequence[Span]) -> list[Span]:
    """Makes spans nest: the first of two that cross wins, styles are cut instead (MessageEntity.cpp, fix_entities)."""
    if len(spans) < 2:
        return list(spans)
    styles, quotes, blocks = _apart(sorted(spans, key=outer_first))
    quotes = _first_come(quotes)
    blocks = _fitting(_first_come(blocks), quotes)
    return weave(styles, sorted([*quotes, *blocks], key=outer_first))


def add_found(spans: Sequence[Span], found: Sequence[Span]) -> list[Span]:
    """Puts what was found in the text beside the fixed spans, which win (merge_new_entities)."""
    if not found or not spans:
        return [*spans, *found]
    styles, quotes, blocks = _apart(spans)
    free = [span for span, block in _beside(_fitting(found, quotes), blocks) if not block or block.start >= span.end]
    return weave(styles, sorted([*quotes, *blocks, *free], key=outer_first))


def within_limit(spans: Sequence[Span]) -> list[Span]:
    """The first hundred of fixed spans: links, quotes and code before styles."""
    if len(spans) <= MOST_ENTITIES:
        return list(spans)
    styles, quotes, blocks = _apart(spans)
    emoji = [span for span in blocks if span.kind == "custom_emoji"]
    counted = sorted([*quotes, *(span for span in blocks if span.kind != "custom_emoji")], key=outer_first)
    counted = counted[:MOST_ENTITIES]
    styles = weave(styles, ())[: MOST_ENTITIES - len(counted)]
    return weave(styles, sorted([*counted, *emoji], key=outer_first))


def _apart(spans: Sequence[Span]) -> tuple[list[Span], list[Span], list[Span]]:
    styles = [span for span in spans if span.kind in STYLES]
    quotes = [span for span in spans if span.kind in QUOTES]
    blocks = [span for span in spans if span.kind not in STYLES and span.kind not in QUOTES]
    return styles, quotes, blocks


def _first_come(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _fitting(spans: Sequence[Span], quotes: Sequence[Span]) -> list[Span]:
    """The spans that lie within a quote or outside of all."""
    return [
        span
        for span, quote in _beside(spans, quotes)
        if not quote or quote.start >= span.end or (quote.start <= span.start and span.end <= quote.end)
    ]


def _beside(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[tuple[Span, Span | None]]:
    """Each span with the first of the others that ends after the span begins; both lists are sorted and disjoint."""
    place = 0
    for span in spans:
        while place < len(others) and others[place].end <= span.start:
            place += 1
        yield span, others[place] if place < len(others) else None
