"""Full names that nobody passed in: a surname, one or two signs of a given name, and what stands around.

Signs that are hardly anything but a name's tell for it, and so do a cue before it, what persons do after it, and the
cutter's word ends; a common word that begins the same way tells against it. No single one decides.
"""

from collections.abc import Iterator

from nlp.finders.name_weights import CUED, NEVER, Told, after, before, of_dictionary, of_given, of_surname, told_in
from nlp.finders.name_words import NameWords, is_in_office, name_words
from nlp.spans import Sensitive, Span

_ENOUGH = 4.5
_TOGETHER = frozenset("和与跟及同、")


def full_names_in(text: str, enough: float = _ENOUGH) -> Iterator[Span]:
    """Of `enough` points."""
    words, told, place = name_words(), None, 0
    for match in words.surname.finditer(text):
        start = match.start()
        if start < place or (start == place > 0 and text[place] in _TOGETHER):
            continue
        told = told or told_in(text)
        together = 0 < place <= start <= place + 1 and text[place] in {*_TOGETHER, text[start]}
        end = _end_of_name(words, told, start, match.end(), enough, together=together)
        if end:
            place = end  # 洪涛 within 刘洪涛 is no other name, though 洪 is a surname
            if not is_in_office(words, text, start, end):
                yield Span(start, end, Sensitive.NAME)


def _end_of_name(words: NameWords, told: Told, start: int, given: int, enough: float, *, together: bool) -> int | None:
    """Where the likeliest name ends; the longer of two that are as likely. `together`: right after another name."""
    beginning = CUED if together else before(words, told, start)
    if beginning <= NEVER:
        return None
    beginning += of_surname(words, told.text[start:given])
    best, found = enough, None
    for end in (given + 1, given + 2):
        likely = of_given(words, told.text, given, end)
        if likely <= NEVER:
            continue
        score = beginning + likely + after(told, end) + of_dictionary(words, told, start, given, end, likely)
        if score >= best:
            best, found = score, end
    return found
