"""Whether a text complains of the household's own contact cadre. In doubt it is unsure, and is asked about."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby

from nlp.hits import hits_in, is_told
from nlp.judge import chance_of
from nlp.kinds import Judged
from nlp.signs import LONGEST, runs, smoothed
from nlp.word_files import words_of

_YES, _UNSURE, _UNNAMED = 0.6, 0.55, 0.6
_OWN, _OTHER = "ω", "ξ"  # letters that nobody here writes
_STATES = {_OWN: "own:", _OTHER: "other:"}


def complains_of_cadre(text: str, cadre: str = "") -> Judged:
    """`cadre` is the own cadre's full name: with it, the forms that villagers make of it are known as well."""
    masked = _masked(text, cadre)
    if _OWN not in masked and not _may_mean_them(text):
        return Judged.NO
    signs = signs_about(text, cadre)
    chance = chance_of("about_cadre", signs)
    if _OWN not in masked:
        return Judged.UNSURE if chance >= _UNNAMED or is_told(text, "own_cadre.who.nobody") else Judged.NO
    return Judged.YES if chance >= _YES else Judged.UNSURE if chance >= _UNSURE else Judged.NO


def _may_mean_them(text: str) -> bool:
    return is_told(text, "own_cadre.who.vague") or is_told(text, "own_cadre.who.nobody")


def signs_about(text: str, cadre: str) -> frozenset[str]:
    """Runs of signs, the own cadre being ω and every other official ξ; each once more under whom its clause names."""
    written = smoothed(_masked(text, cadre))
    return frozenset((*runs(written), *_by_whom(written)))


def _by_whom(text: str) -> Iterator[str]:
    """不来 after the own cadre's name weighs otherwise than after the headmaster's."""
    about = ""
    for place, sign in enumerate(text):
        about = "" if sign == " " else _STATES.get(sign, about)
        if about:
            for length in range(1, min(LONGEST, place + 1) + 1):
                yield about + text[place + 1 - length : place + 1]


def _masked(text: str, cadre: str) -> str:
    marks = dict.fromkeys(_places(text, "own_cadre.who.others"), _OTHER)
    marks |= {place: _OTHER for match in _officials().finditer(text) for place in range(*match.span())}
    marks |= dict.fromkeys(_places(text, "own_cadre.who.own"), _OWN)
    marks |= {place: _OWN for match in _forms_of(cadre).finditer(text) for place in range(*match.span())}
    runs_of_one = groupby(enumerate(text), key=lambda one: marks.get(one[0], ""))
    return "".join(mark or "".join(sign for _, sign in run) for mark, run in runs_of_one)


def _places(text: str, label: str) -> Iterator[int]:
    for hit in hits_in(text):
        if hit.label == label:
            yield from range(hit.start, hit.end)


@lru_cache(maxsize=4096)
def _forms_of(cadre: str) -> re.Pattern[str]:
    """孙兆龙, 兆龙, 孙书记, 老孙, 姓孙的; where no name is known, anybody who is called 干部."""
    if not cadre:
        return re.compile(f"[{words_of('own_cadre')['officials']['surnames']}]干部")
    surname, given = re.escape(cadre[0]), re.escape(cadre[1:])
    forms = (re.escape(cadre), f"{surname}(?:{_titles()})", f"[老小]{surname}(?![子家])", f"姓{surname}的")
    return re.compile("|".join(forms if len(given) < 2 else (*forms, given)))


@cache
def _officials() -> re.Pattern[str]:
    """王镇长, 刘会计: anybody of a surname and a post."""
    return re.compile(f"[{words_of('own_cadre')['officials']['surnames']}](?:{_titles()})")


def _titles() -> str:
    titles: str = words_of("own_cadre")["officials"]["titles"]
    return titles
