"""What is to be seen at each sign of a text and around it: what the tagger weighs."""

from collections.abc import Iterator

from nlp.layers import Layers

_REACH = 4
_EDGE = "^" * _REACH
Window = tuple[str, int, int]  # a layer, from which sign on, and how many; counted from the sign itself
_WINDOWS: tuple[Window, ...] = tuple(
    (layer, start, end - start)
    for layer, windows in {
        "signs": [(at, at + length) for length in (1, 2, 3) for at in range(-3, 5 - length)],
        "classes": [
            (-2, -1),
            (-1, 0),
            (0, 1),
            (1, 2),
            (2, 3),
            (-2, 0),
            (-1, 1),
            (0, 2),
            (1, 3),
            (-2, 1),
            (-1, 2),
            (0, 3),
            (-1, 3),
            (-2, 3),
        ],
        "lists": [(0, 1), (-1, 2), (1, 2), (2, 3), (3, 4), (-3, 0), (-1, 3)],
        "words": [(0, 1), (-1, 2), (0, 3), (-2, 1)],
        "rules": [(0, 1), (-1, 1), (-1, 2), (0, 3), (-2, 3)],
    }.items()
    for start, end in windows
)
# Two windows together, so that what stands around a name is learnt for every name.
_PAIRS = (
    (("signs", -1, 1), ("classes", 0, 1)),
    (("signs", -1, 1), ("classes", 0, 2)),
    (("signs", -1, 1), ("classes", 0, 3)),
    (("classes", 0, 1), ("signs", 1, 1)),
    (("classes", 0, 2), ("signs", 2, 1)),
    (("classes", -1, 2), ("signs", 1, 1)),
    (("classes", -1, 3), ("signs", 2, 1)),
    (("classes", -2, 3), ("signs", 1, 1)),
    (("signs", -2, 1), ("classes", -1, 2)),
    (("signs", -3, 1), ("classes", -2, 3)),
    (("classes", 0, 3), ("lists", 1, 3)),
    (("classes", -1, 3), ("lists", -1, 3)),
    (("classes", -1, 3), ("words", -1, 3)),
    (("classes", 0, 3), ("words", 0, 3)),
    (("classes", -1, 2), ("rules", -1, 3)),
    (("words", -1, 3), ("rules", -1, 3)),
)


def clues_in(layers: Layers) -> Iterator[tuple[str, ...]]:
    """Of each sign; a clue says in which layer it is seen, how far from the sign, and what is there: s<跟, s=王."""
    windows = {window: _column(layers, window) for window in {*_WINDOWS, *(one for pair in _PAIRS for one in pair)}}
    pairs = [
        [f"{one}+{other}" for one, other in zip(windows[first], windows[then], strict=True)] for first, then in _PAIRS
    ]
    return zip(*(windows[window] for window in _WINDOWS), *pairs, *_of_words(layers), strict=True)


def _column(layers: Layers, window: Window) -> list[str]:
    name, start, length = window
    told, prefix, first = f"{_EDGE}{getattr(layers, name)}{_EDGE}", name[0] + _far(start), start + _REACH
    return [prefix + told[place : place + length] for place in range(first, first + len(layers.signs))]


def _far(start: int) -> str:
    return "<" * -start if start < 0 else ">" * start or "="


def _of_words(layers: Layers) -> Iterator[list[str]]:
    """The cutter's word at each sign, before and after it."""
    told = [_EDGE, *map(str.__add__, layers.words, layers.cuts), _EDGE]
    for start in (-1, 0, 1):
        yield [f"W{_far(start)}{word}" for word in told[start + 1 : start + 1 + len(layers.signs)]]
