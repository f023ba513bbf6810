"""One word for what is said in several."""

import re
from collections.abc import Iterable
from functools import cache

from nlp.segment import cut
from nlp.word_files import words_of


def in_one_word(text: str) -> str:
    said, one_word = _synonyms()
    return said.sub(lambda match: one_word[match.group()], text)


def words_in(text: str) -> list[str]:
    """The words of a text that is in one word; what stands for several is never cut itself."""
    words, end = [], 0
    for match in _one_words().finditer(text):
        words += [*cut(text[end : match.start()]), match.group()]
        end = match.end()
    return words + cut(text[end:])


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    """The one word stands for itself too, or 粮补 would be found in 种粮补贴."""
    one_word = {other: word for word, others in words_of("synonyms").items() for other in [word, *others]}
    return _any_of(one_word), one_word


@cache
def _one_words() -> re.Pattern[str]:
    return _any_of(words_of("synonyms"))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
