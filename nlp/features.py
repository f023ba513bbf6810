"""What of a text is weighed: its words, its pairs of words, and its runs of one to four Chinese characters.

The learner and the classifier both ask here, so that they cannot come to see different things.
"""

import re
from typing import NamedTuple

from nlp.plain import plain
from nlp.segment import cut

# Whatever only tells which place or number it was: A市, A3区 as anonymised letters write them, digits, masks.
_NO_WORD = re.compile(r"西地省|[A-Z]\d*(?:市|区|县|镇|乡|街道|省|州)|[A-Z]?\d+|[*#_]+")
_CHINESE = re.compile(r"[一-鿿]+")
_LENGTHS = (1, 2, 3, 4)


class Features(NamedTuple):
    """By kind, in the text's order, repeated as often as they stand there. A pair is two words with a space between.

    Those of the title are kept apart, since a title says what it is about; `words` and `runs` are those of both.
    """

    title_words: list[str]
    title_runs: list[str]
    words: list[str]
    runs: list[str]


def features_of(title: str, detail: str) -> Features:
    title_words, title_runs = _told(title) if title else ([], [])
    words, runs = _told(detail) if detail else ([], [])
    return Features(title_words, title_runs, title_words + words, title_runs + runs)


def without_places(text: str) -> str:
    """The text in plain writing without digits and without names such as A3区."""
    return _NO_WORD.sub(" ", plain(text))


def _told(text: str) -> tuple[list[str], list[str]]:
    text = without_places(text).lower()
    runs = [run[at : at + n] for run in _CHINESE.findall(text) for n in _LENGTHS for at in range(len(run) - n + 1)]
    return _with_pairs(cut(text)), runs


def _with_pairs(words: list[str]) -> list[str]:
    told, before = [], ""
    for word in words:
        if word.isalpha():
            told.append(word)
            if before:
                told.append(f"{before} {word}")
            before = word
        elif not word.isspace():
            before = ""
    return told
