"""Short words that answer a question of ours."""

from functools import cache

from nlp.plain import plain
from nlp.word_files import words_of

_SHORT = 12


def agrees(text: str) -> bool:
    """Only where the text is such a word and nothing else."""
    return "".join(sign for sign in plain(text) if sign.isalnum()) in _words("yes")


def thanks(text: str) -> bool:
    return any(word in plain(text) for word in _words("thanks"))


def says_same(text: str, number: int) -> bool | None:
    """Whether a short text says "that one", by words or by its number, or "another"; None where it says neither."""
    text = plain(text)
    if len(text) > _SHORT:
        return None
    if any(word in text for word in _words("other")):
        return False
    return True if str(number) in text or any(word in text for word in _words("same")) else None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words_of("assent")[name])
