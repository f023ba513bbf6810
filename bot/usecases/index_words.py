"""By which words others like it find an appeal."""

from nlp.keywords import keywords_of
from nlp.plain import plain
from nlp.reading import Reading
from nlp.synonyms import in_one_word


def index_words(text: str, reading: Reading) -> tuple[str, ...]:
    """What is said in several ways is one word here."""
    return keywords_of(in_one_word(plain(text)), reading.words)
