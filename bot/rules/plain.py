"""Words of people, made safe to stand inside a sentence of ours."""

import unicodedata

_JOINS_EMOJI = "\u200d"
_LINE_BREAK = "\n"


def plain(text: str) -> str:
    """Without control, direction and zero-width characters, which can make a sentence read as another one."""
    return "".join(sign for sign in text if sign in (_JOINS_EMOJI, _LINE_BREAK) or _shows(sign))


def _shows(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
