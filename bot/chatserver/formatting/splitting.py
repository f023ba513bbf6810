from collections.abc import Sequence

from bot.chatserver.formatting.entities import SEALED, STYLES, Span, outer_first


class _StyleCutter:
    """Goes once through the styles: merges those of one kind that touch, cuts all where another one begins."""

    def __init__(self, styles: Sequence[Span]) -> None:
        self._styles = styles
        self._next = 0
        self._open: dict[str, tuple[int, int]] = {}

    def up_to(self, limit: int) -> list[Span]:
        """The pieces of styles that lie before the limit, which is a cut too."""
        pieces: list[Span] = []
        while self._next < len(self._styles) and self._styles[self._next].start < limit:
            style = self._styles[self._next]
            start, end = self._open.get(style.kind, (0, -1))
            if style.start <= end:
                self._open[style.kind] = start, max(end, style.end)
            else:
                pieces += self._cut_at(style.start)
                self._open[style.kind] = style.start, style.end
            self._next += 1
        return pieces + self._cut_at(limit)

    def _cut_at(self, place: int) -> list[Span]:
        pieces = []
        for kind in STYLES:
            start, end = self._open.get(kind, (place, place))
            if start >= place:
                continue
            pieces.append(Span(kind, start, min(end, place)))
            if end <= place:
                del self._open[kind]
            else:
                self._open[kind] = place, end
        return pieces


def cut_styles(styles: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The styles, cut at the edges of the other entities and left out of the sealed ones.

    Both are sorted, and the others nest. A style therefore never holds another entity (split_entities).
    """
    cutter = _StyleCutter(styles)
    pieces: list[Span] = []
    around: list[Span] = []
    beyond = max((span.end for span in (*styles, *others)), default=0) + 1
    for other in (*others, Span("end", beyond, beyond)):
        while around and other.start >= around[-1].end:
            closed = around.pop()
            inside = cutter.up_to(closed.end)
            pieces += [] if closed.kind in SEALED else inside
        pieces += cutter.up_to(other.start)
        around.append(other)
    return sorted(pieces, key=outer_first)


def weave(styles: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    return sorted([*others, *cut_styles(styles, others)], key=outer_first)
