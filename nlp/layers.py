"""A text told over again in layers: strings as long as the text, each sign of which says one thing of the text's sign.

`signs`: the text itself, in small letters, every digit 0, what stands in a mark of nlp.redact 〔.
`classes`: what the sign is. A to I: a surname (sure, seldom, mostly something else) that is, may be, is no sign of
given names; U V W: a rare surname, likewise; J K L M: no surname, of given names, perhaps, never, neither;
一 a number, 东 a direction, a letters, 0 digits.
`lists`: which word list has it: k kin, t titles, q cues, p places and things, d diseases; large letters go on.
`words`: where in the cutter's word it is, by what the word is.
`rules`: what the finders say: n a name, v almost a name, h a house, d a diagnosis, o something else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from nlp.finders.name_words import name_lists, name_words, one_of
from nlp.segment import cut, is_common, is_known, person_names, place_names
from nlp.spans import Sensitive, Span
from nlp.word_files import words_of

_MARK = re.compile("〔[^〔〕]*〕")
_NUMBERS, _DIRECTIONS = frozenset("一二三四五六七八九十百零两"), frozenset("东西南北前后左右")
_KINDS = ("BMES", "bmes", "XYZW", "PQRT", "uvwx")  # of words: common, seldom, a person's, a place's, unknown
_OF_KIND = {Sensitive.NAME: "nN", Sensitive.HOUSE: "hH", Sensitive.DIAGNOSIS: "dD"}


@dataclass(frozen=True)
class Layers:
    signs: str
    classes: str
    lists: str
    words: str
    rules: str
    cuts: tuple[str, ...]  # of each sign the cutter's word


def layers_of(text: str, found: Iterable[Span], almost: Iterable[Span] = ()) -> Layers:
    """Of a text in plain writing; `found` by the finders, and what is `almost` a name to them."""
    signs = _MARK.sub(lambda mark: "〔" * len(mark.group()), text)
    signs = "".join(map(_sign, signs))
    cuts = cut(signs)
    return Layers(
        signs,
        "".join(map(_class, signs)),
        _lists(signs),
        "".join(map(_places, cuts)),
        _rules(len(text), found, almost),
        tuple(word for word in cuts for _ in word),
    )


def _sign(sign: str) -> str:
    if sign.isalnum():
        small = sign.lower()
        return "0" if sign.isdigit() else small if len(small) == 1 else sign
    return " " if sign.isspace() else sign


@cache
def _class(sign: str) -> str:
    words = name_words()
    if sign in _NUMBERS or sign in _DIRECTIONS:
        return "一" if sign in _NUMBERS else "东"
    if not "一" <= sign <= "龥":
        return (
            "0" if sign == "0" else "a" if sign.isalpha() else "〔" if sign == "〔" else ":" if sign in ":、" else ","
        )
    column = 0 if sign in words.given else 1 if sign in words.given_too else 2
    if words.surname.fullmatch(sign):
        return "ABCDEFGHI"[column + (0 if sign in words.sure else 6 if sign in words.ordinary else 3)]
    if sign in name_lists()["rare_surnames"]:
        return "UVW"[column]
    return "L" if sign in words.never_given else "JKM"[column]


def _lists(signs: str) -> str:
    parts, place = [], 0
    for match in _listed().finditer(signs):
        role = str(match.lastgroup)
        parts += ["." * (match.start() - place), role, role.upper() * (len(match.group()) - 1)]
        place = match.end()
    return "".join([*parts, "." * (len(signs) - place)])


@cache
def _listed() -> re.Pattern[str]:
    names, diseases = name_lists(), words_of("diagnoses")
    lists = {
        "k": [*names["kin"], *names["relation"], *names["relation_of"], *names["given_kin"]],
        "d": diseases["words"],
        "t": names["titles"],
        "q": names["cues"],
        "p": [*names["things"], *names["companies"]],
    }
    return re.compile("|".join(f"(?P<{role}>{one_of(words)})" for role, words in lists.items()))


@cache
def _places(word: str) -> str:
    begin, inner, end, alone = tuple(_KINDS[_kind(word)])
    return alone if len(word) == 1 else begin + inner * (len(word) - 2) + end


def _kind(word: str) -> int:
    if word in person_names() or word in place_names():
        return 2 if word in person_names() else 3
    return 0 if is_common(word) else 1 if is_known(word) else 4


def _rules(length: int, found: Iterable[Span], almost: Iterable[Span]) -> str:
    told = ["."] * length
    for span, letters in [*((one, "vV") for one in almost), *((one, _letters(one)) for one in found)]:
        told[span.start : span.end] = letters[0] + letters[1] * (span.end - span.start - 1)
    return "".join(told)


def _letters(span: Span) -> str:
    return _OF_KIND.get(span.kind, "oo")
