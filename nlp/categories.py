"""What a text is about, by the county's categories: hand-written words and learnt ones."""

from functools import cache
from pathlib import Path

from nlp.dictionary import Dictionary, Guess
from nlp.dictionary_file import read_dictionary

OTHER = "other"
LEARNT = Path(__file__).parent / "words" / "learnt" / "categories.tsv"


def category_of(text: str, title: str = "") -> Guess:
    """The category's code; `other` without any confidence where nothing is known of the text."""
    guess = county_dictionary().guess(title, text)
    return guess if guess.words else Guess(OTHER, 0.0, None, (), abstain=True)


@cache
def county_dictionary() -> Dictionary:
    """Raises NoDictionary, OSError where its file was broken."""
    return read_dictionary(LEARNT)
