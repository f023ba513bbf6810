"""How rare a word is in what citizens write; learnt, see nlp/words/rarity.toml."""

from functools import cache

from nlp.word_files import words_of

RAREST = 7  # what no list has: names, and words that are seldom written


def rarity(word: str) -> int:
    """1 for what every second message has, 7 for what hardly one has."""
    return _levels().get(word, RAREST)


@cache
def _levels() -> dict[str, int]:
    levels = words_of("rarity").items()
    return {word: int(level) for level, words in levels for word in words.split()}
