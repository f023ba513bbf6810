"""One word for what is said in several."""

import re
from functools import cache

from nlp.word_files import words_of


def in_one_word(text: str) -> str:
    said, one_word = _synonyms()
    return said.sub(lambda match: one_word[match.group()], text)


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    one_word = {other: word for word, others in words_of("synonyms").items() for other in others}
    longest_first = sorted(one_word, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), one_word
