"""Learns nlp/words/rarity.toml anew from real messages: `python -m tests.nlp.rarities`.

Only ordinary words are written: no names of persons, places or firms, no digits, nothing that is seldom written.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from math import log
from pathlib import Path

from nlp.plain import plain
from nlp.rarity import RAREST
from nlp.synonyms import in_one_word, words_in
from nlp.word_files import words_of
from tests.nlp.samples import real

_FILES = ("labelled_train.csv", "answered.csv", "events.csv")
_LEARNT = Path(__file__).parents[2] / "nlp" / "words" / "rarity.toml"
_ORDINARY = Path(__file__).parents[1] / "data" / "ordinary_words.txt"
_FIRMS = {"五矿"}  # which the dictionary takes for ordinary words
_NAMES = ("nr", "ns", "nt", "nz")  # as the dictionary marks them; what is no name all the same stands in _ORDINARY
_HEAD = """\
# How rare a word is in citizens' messages: the natural logarithm of messages / messages that have it, rounded.
# Learnt by tests/nlp/rarities.py. What is missing is as rare as can be: names, and words that are seldom written.

"""


def main() -> None:
    texts = [in_one_word(plain(f"{row['title']} {row['detail']}")) for file in _FILES for row in real(file)]
    counts = Counter(word for text in texts for word in set(words_in(text)))
    levels: dict[int, list[str]] = defaultdict(list)
    for word in sorted(_ordinary(counts)):
        levels[round(log(len(texts) / counts[word]))].append(word)
    lines = [f'"{level}" = "{" ".join(levels[level])}"\n' for level in sorted(levels) if level < RAREST]
    _LEARNT.write_text(_HEAD + "".join(lines), encoding="utf-8")
    sys.stdout.write(f"{sum(map(len, lines))} signs from {len(texts)} messages\n")


def _ordinary(counts: Counter[str]) -> Iterator[str]:
    known = {word for word, kind in _dictionary() if not kind.startswith(_NAMES)}
    known.update(_ORDINARY.read_text(encoding="utf-8").split(), words_of("synonyms"), words_of("town")["words"])
    of_one_sign = words_of("same_matter")["one_sign"]
    for word in (counts.keys() & known) - _FIRMS:
        if not any(map(str.isascii, word)) and (len(word) > 1 or word in of_one_sign):
            yield word


def _dictionary() -> Iterator[tuple[str, str]]:
    """Every word of jieba's dictionary and what it is."""
    for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, kind = line.split()
        yield word, kind


if __name__ == "__main__":
    main()
