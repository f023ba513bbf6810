"""Words that tell nothing yet."""

import re
from collections.abc import Iterator

from nlp.categories import county_dictionary
from nlp.county_words import book, in_force
from nlp.keywords import tells
from nlp.learning.messages import nameless
from nlp.plain import plain
from nlp.rarity import rarity
from nlp.segment import cut

_RARE = 5  # of 7: what is less rare than that is written about anything
_MARK = re.compile("〔[^〔〕]*〕")  # as nlp.redact writes them


def unknown_words(redacted: str) -> frozenset[str]:
    """The words of a redacted text that neither the hand-written words nor the learnt ones know, and that are not
    common anyway; no names of persons or places, and nothing with a digit."""
    text = nameless(_MARK.sub(" ", plain(redacted)))
    return frozenset(_unknown(set(cut(text))))


def _unknown(words: set[str]) -> Iterator[str]:
    tables = county_dictionary().tables
    parts = {
        part for phrases in in_force().values() for phrase in phrases for part in phrase.replace("…", "|").split("|")
    }
    for word in words:
        is_known = word in parts or any(table.known(word.lower()) for table in tables) or book().find(word)
        if len(word) > 1 and word.isalpha() and tells(word) and rarity(word) >= _RARE and not is_known:
            yield word
