"""Other names in the place of those marked, so that what stands around a name is learnt and not whose it is."""

import re
from functools import cache
from random import Random

from nlp.finders.name_words import name_lists, name_words, one_of
from nlp.learning.marked import Marked
from nlp.spans import Sensitive, Span

_NUMBER = re.compile("[一二三四五六七八九十]+")
_NUMBERS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十六", "二十", "二十三")
_RARE, _DOUBLE, _WORD, _ALONE, _LESS_SURE = 0.3, 0.04, 0.08, 0.25, 0.2
_FULL = 3


def disguised(sentence: Marked, chance: Random) -> Marked:
    """Kinds and number of spans stay, and every sign outside of them."""
    parts, spans, place, length = [], [], 0, 0
    for span in sentence.spans:
        other = _other(sentence.text[span.start : span.end], span.kind, chance)
        parts += [sentence.text[place : span.start], other]
        length += span.start - place
        spans.append(Span(length, length + len(other), span.kind))
        place, length = span.end, length + len(other)
    return Marked("".join([*parts, sentence.text[place:]]), tuple(spans))


def _other(told: str, kind: Sensitive, chance: Random) -> str:
    if kind == Sensitive.HOUSE:
        return _NUMBER.sub(lambda _: chance.choice(_NUMBERS), told)
    return _other_name(told, chance) if kind == Sensitive.NAME else told


def _other_name(told: str, chance: Random) -> str:
    """Kin words and 老, 小 stay."""
    words = name_lists()
    if told in words["pet_names"]:
        return str(chance.choice(words["pet_names"]))
    form = _form().fullmatch(told)
    if not form:
        return told
    surname = _surname(chance) if form["surname"] else ""
    given = _given(chance, len(form["given"] or form["alone"] or ""))
    return f"{form['before']}{surname}{given}{form['after']}"


@cache
def _form() -> re.Pattern[str]:
    words = name_lists()
    after = one_of([*words["kin"], *words["relation"], *words["relation_of"], "家", "某某", "某"])
    signs = f"[{words['given']}{words['given_too']}]"
    given = f"(?P<given>{signs}{{1,2}}|{one_of(words['given_words'])}|)"
    named = f"(?P<surname>{name_words().surname.pattern}){given}|(?P<alone>{signs}{{2}})"
    return re.compile(f"(?P<before>[老小大]|姓|)(?:{named})(?P<after>(?:家?[他她的]?(?:{after}))?)")


def _surname(chance: Random) -> str:
    """The first of the list are the most frequent."""
    words, drawn = name_lists(), chance.random()
    if drawn < _DOUBLE:
        return str(chance.choice(words["double_surnames"]))
    rare = words["sure_surnames"][40:] + words["surnames"]
    often = words["sure_surnames"][:40]
    return str(chance.choice(rare if drawn < _RARE + _DOUBLE else often[: chance.randint(5, 40)]))


def _given(chance: Random, length: int) -> str:
    words = name_lists()
    if length > 1 and chance.random() < _WORD:
        return str(chance.choice(words["given_words"]))
    return "".join(
        chance.choice(words["given_too"] if chance.random() < _LESS_SURE else words["given"]) for _ in range(length)
    )
