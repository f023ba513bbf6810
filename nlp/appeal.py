"""Whether a message wants an answer. In doubt it is unsure: nothing that could be an appeal is passed over."""

from functools import cache

from nlp.kinds import Judged
from nlp.phrases import Phrasebook
from nlp.word_files import words_of

_ENOUGH = 4  # signs left, when nothing known is among them, make a sentence


def is_appeal(text: str, *, has_matter: bool) -> Judged:
    """`has_matter`: a word of some category, a danger or a private reason was found in the text."""
    empty, waiting, advertising, _ = _books()
    if advertising.find(text):
        return Judged.UNSURE if has_matter and len(text) > len("低息贷款 秒到账 加微信") * 3 else Judged.NO
    left = _telling(empty.blanked(text))
    if not left:
        return Judged.NO
    if has_matter:
        return Judged.YES
    return Judged.YES if len(_telling(waiting.blanked(left))) >= _ENOUGH else Judged.UNSURE


def asks_progress(text: str) -> bool:
    """Whether it asks how a matter stands that was told before."""
    return bool(_books()[-1].find(text))


def _telling(text: str) -> str:
    """Without what tells nothing by itself: signs, digits, pictures."""
    return "".join(sign for sign in text if sign.isalpha())


@cache
def _books() -> tuple[Phrasebook, Phrasebook, Phrasebook, Phrasebook]:
    words = words_of("appeal")
    empty, waiting, advertising, asking = (
        Phrasebook({name: sorted(words[name], key=len, reverse=True)})
        for name in ("empty", "waiting", "advertising", "asking")
    )
    return empty, waiting, advertising, asking
