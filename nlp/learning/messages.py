"""What is learnt from, and how places and persons are taken out of it before."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.features import without_places
from nlp.finders.names import names_in
from nlp.segment import cut, person_names, place_names
from nlp.spans import merged
from nlp.word_files import words_of

_SHORT = 1


@dataclass(frozen=True)
class Message:
    """`weight` says how much the label is to be trusted, 1 for a person's."""

    title: str
    detail: str
    label: str
    weight: float = 1.0


def nameless(text: str) -> str:
    """The text without digits, and with a space for whatever names a person or a place."""
    text = without_places(text)
    for span in reversed(merged(names_in(text))):
        text = f"{text[: span.start]} {text[span.end :]}"
    return "".join(_kept(text))


def _kept(text: str) -> Iterator[str]:
    hidden = hidden_names()
    for word in cut(text):
        yield " " if word in hidden else word


@cache
def hidden_names() -> frozenset[str]:
    """Of persons and places, as the cutter's dictionary has them; ordinary words that it takes for names are none."""
    places = place_names() - frozenset(words_of("learning")["no_places"])
    return frozenset(name for name in person_names() | places if len(name) > _SHORT)
