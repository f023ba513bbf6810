"""What a text wants or complains of, by kinds of which one text seldom means two."""

from collections.abc import Mapping
from functools import cache

from nlp.phrases import Phrasebook
from nlp.word_files import words_of

Things = Mapping[str, frozenset[str]]


def things_in(text: str) -> Things:
    """By kind (benefit, paper, supply …) the things of it that the text names."""
    return _of_kinds(_things(), text)


def troubles_in(text: str) -> frozenset[str]:
    """What is wrong: price, broken, lacking …"""
    return frozenset(hit.label for hit in _troubles().find(text))


def apart(first: Things, second: Things) -> tuple[str, ...]:
    """The things that keep two texts apart: of each kind that both name, unless they share one of it."""
    kinds = [kind for kind in first if kind in second and not first[kind] & second[kind]]
    return tuple(sorted({thing for kind in kinds for thing in first[kind] | second[kind]}))


def _of_kinds(book: Phrasebook, text: str) -> Things:
    found: dict[str, set[str]] = {}
    for hit in book.find(text):
        kind, _, thing = hit.label.partition("/")
        found.setdefault(kind, set()).add(thing)
    return {kind: frozenset(things) for kind, things in found.items()}


@cache
def _things() -> Phrasebook:
    kinds = words_of("things")["apart"].items()
    return Phrasebook({f"{kind}/{thing}": words for kind, of_kind in kinds for thing, words in of_kind.items()})


@cache
def _troubles() -> Phrasebook:
    return Phrasebook(words_of("things")["troubles"])
