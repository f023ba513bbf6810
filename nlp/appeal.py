"""Whether a message wants an answer. In doubt it is unsure: nothing that could be an appeal is passed over."""

from nlp.hits import is_told
from nlp.judge import chance_of
from nlp.kinds import Judged
from nlp.signs import signs_of

_YES, _UNSURE = 0.55, 0.35


def is_appeal(text: str) -> Judged:
    if not any(sign.isalpha() for sign in text):
        return Judged.NO
    chance = chance_of("is_appeal", signs_of(text))
    return Judged.YES if chance >= _YES else Judged.UNSURE if chance >= _UNSURE else Judged.NO


def asks_progress(text: str) -> bool:
    """Whether it asks how a matter stands that was told before."""
    return is_told(text, "appeal.asking")
