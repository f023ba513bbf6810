"""Whether a message wants an answer. In doubt it is unsure: nothing that could be an appeal is passed over."""

from functools import cache

from nlp.kinds import Judged
from nlp.phrases import Phrasebook
from nlp.word_files import words_of

_LEAFLET = 36  # a longer text with a word of advertising may still tell of a matter
_SENTENCE = 4  # so many signs, when nothing known is among them, are a sentence
_TROUBLE = 3  # so many with a word of trouble


def is_appeal(text: str, *, has_matter: bool) -> Judged:
    """`has_matter`: a word of some category, a danger or a private reason was found in the text."""
    empty, waiting, advertising, trouble, _ = _books()
    if advertising.find(text):
        return Judged.UNSURE if has_matter and len(text) > _LEAFLET else Judged.NO
    left = _telling(empty.blanked(text))
    if not left:
        return Judged.NO
    if has_matter:
        return Judged.YES
    said = len(_telling(waiting.blanked(left)))
    return Judged.YES if said >= (_TROUBLE if trouble.find(left) else _SENTENCE) else Judged.UNSURE


def asks_progress(text: str) -> bool:
    """Whether it asks how a matter stands that was told before."""
    return bool(_books()[-1].find(text))


def _telling(text: str) -> str:
    """Without what tells nothing by itself: signs, digits, pictures."""
    return "".join(sign for sign in text if sign.isalpha())


@cache
def _books() -> tuple[Phrasebook, ...]:
    words = words_of("appeal")
    names = ("empty", "waiting", "advertising", "trouble", "asking")
    return tuple(Phrasebook({name: sorted(words[name], key=len, reverse=True)}) for name in names)
