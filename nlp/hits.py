"""Every phrase of the word files in one pass: what else a text is asked is answered from these."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from nlp.phrases import Hit, Phrasebook
from nlp.word_files import words_of

_FILES = ("danger", "own_cadre", "appeal", "urgent")


@lru_cache(maxsize=4)
def hits_in(text: str) -> tuple[Hit, ...]:
    """By place. The label is the path to the phrase's list: `danger.kinds.fire`."""
    return tuple(_book().find(text))


def is_told(text: str, label: str) -> bool:
    return any(hit.label == label for hit in hits_in(text))


def blanked(text: str, label: str) -> str:
    """The text with whatever that list has in it made blank."""
    for hit in hits_in(text):
        if hit.label == label:
            text = text[: hit.start] + " " * (hit.end - hit.start) + text[hit.end :]
    return text


@cache
def _book() -> Phrasebook:
    return Phrasebook({label: phrases for file in _FILES for label, phrases in _lists(file, words_of(file))})


def _lists(path: str, words: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for name, value in words.items():
        if isinstance(value, list):
            yield f"{path}.{name}", value
        elif isinstance(value, dict):
            yield from _lists(f"{path}.{name}", value)
