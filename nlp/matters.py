"""Whether somebody speaks of one matter or of two."""

import re
from functools import cache

from nlp.hand_words import weights_of
from nlp.kinds import Judged
from nlp.plain import plain
from nlp.reading import read
from nlp.similarity import likeness, told
from nlp.word_files import words_of

_SURE = 0.6  # of a category, where two of them make two matters
_APART = 0.3  # at most so alike are two matters
_BETWEEN = " \t\n,。;、,.;!?!?"


def are_two(first: str, second: str) -> bool:
    """One word of another category is no other matter: 孙子还在上学 belongs to what was said before."""
    return len(weights_of(plain(second))) > 1 and _are_apart(first, second)


def two_matters(text: str) -> tuple[str, str] | None:
    """Both, in their own words, where a clause goes on to another one (另外…); None for a single matter."""
    for border in _goes_on().finditer(text):
        first, second = text[: border.start()].strip(_BETWEEN), text[border.start() :].strip(_BETWEEN)
        if first and _are_apart(first, second):
            return first, second
    return None


def _are_apart(first: str, second: str) -> bool:
    """Each surely an appeal, and of another category."""
    before, after = read(first), read(second)
    sure = all(one.is_appeal == Judged.YES and one.confidence >= _SURE for one in (before, after))
    shared = {before.category, before.runner_up} & {after.category, after.runner_up} - {None}
    return sure and not shared and likeness(told(first), told(second)).score <= _APART


@cache
def _goes_on() -> re.Pattern[str]:
    """A clause begins with it."""
    words = "|".join(map(re.escape, words_of("matters")["goes_on"]))
    return re.compile(rf"(?<=[{re.escape(_BETWEEN)}])(?:{words})")
