"""Names of private persons: full names, 老李家, 王大爷, 姓赵的. Officials named with their title stay."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from nlp.segment import cut, is_common, is_known, person_names
from nlp.spans import Sensitive, Span
from nlp.word_files import words_of

_FULL = (2, 3, 4)
_GIVEN = 2
_LONGEST = 3  # with a surname of one sign
_SPACING = r"[\s·.\u200b-\u200f\u2060\ufeff]{0,3}"
_SAID_OF = r"(?=家|头|汉|的|说|他|她|和|给|把|在|来|两口|是|也|[,。!? ]|$)"

_OF_A_PERSON = r"(?=家|叔|婶|嫂|哥|姐|爷|奶|她|他|两口|自己|不在)"


@dataclass(frozen=True)
class _Words:
    surname: re.Pattern[str]
    forms: re.Pattern[str]
    cued: re.Pattern[str]
    title_after: re.Pattern[str]
    titles: tuple[str, ...]
    never: tuple[str, ...]
    places: tuple[str, ...]
    sure_places: tuple[str, ...]
    sure: str
    double: tuple[str, ...]


def names_in(text: str, known: Iterable[str] = (), village: Iterable[str] = ()) -> Iterator[Span]:
    """`known` names vanish wherever they stand, officials' too, and their given names of two signs alone. Those of the
    whole `village` do the same, except that what is an ordinary word too must speak of a person: in a village of
    three hundred names there is a 卫生 and a 东风."""
    yield from _known_in(text, known)
    yield from _of_village_in(text, village)
    yield from (_span(match.start(), match.end()) for match in _words().forms.finditer(text))
    yield from _full_names_in(text)


def _known_in(text: str, known: Iterable[str]) -> Iterator[Span]:
    for name in filter(None, ("".join(one.split()) for one in known)):
        given = name[1:] if len(name) == _GIVEN + 1 else name
        for form in (name, given):
            spaced = _SPACING.join(map(re.escape, form))
            yield from (_span(match.start(), match.end()) for match in re.finditer(spaced, text))


def _of_village_in(text: str, names: Iterable[str]) -> Iterator[Span]:
    signs = set(text)
    for name in names:
        given = name[1:] if len(name) == _GIVEN + 1 else name
        for form in {name, given}:
            if len(form) in _FULL and signs.issuperset(form):
                spaced = _SPACING.join(map(re.escape, form)) + (_OF_A_PERSON if is_common(form) else "")
                yield from (_span(match.start(), match.end()) for match in re.finditer(spaced, text))


def _full_names_in(text: str) -> Iterator[Span]:
    words, tokens, place = _words(), cut(text), 0
    cued = {match.end() for match in words.cued.finditer(text)}
    for number, token in enumerate(tokens):
        name = _without_home(_cued_name(tokens, number) if place in cued else token)
        if words.surname.match(name) and _is_name(name, cued=place in cued) and not _is_official(text, place, name):
            yield _span(place, place + len(name))
        place += len(token)


def _cued_name(tokens: list[str], number: int) -> str:
    """After a cue the cutter may part surname and given name: 王|芳."""
    token, follows = tokens[number], tokens[number + 1 : number + 2]
    joined = token + "".join(follows)
    return joined if len(token) == 1 and follows and len(follows[0]) <= _GIVEN and joined.isalpha() else token


def _without_home(word: str) -> str:
    """The cutter takes 张翠花家 for one word."""
    return word[:-1] if len(word) > _GIVEN and word[-1] in "家的" else word


def _is_name(word: str, *, cued: bool) -> bool:
    words = _words()
    if len(word) not in _FULL or not word.isalpha() or word.isascii():
        return False
    if word.startswith(words.never) or word.endswith((*words.titles, *words.sure_places)):
        return False
    if not cued and (word[0] not in words.sure or len(word) > _LONGEST):
        return word.startswith(words.double)
    return word in person_names() or not (is_known(word) or word.endswith(words.places))


def _is_official(text: str, place: int, name: str) -> bool:
    words = _words()
    before = text[:place].endswith(words.titles)
    return before or words.title_after.match(text, place + len(name)) is not None


@cache
def _words() -> _Words:
    words = words_of("names")
    surnames = "|".join([*words["double_surnames"], f"[{words['surnames']}]"])
    sure, kin = words["sure_surnames"], "|".join(sorted(words["kin"], key=len, reverse=True))
    forms = (
        rf"(?:{surnames})家?(?:{kin})",
        rf"姓(?:{surnames})的",
        rf"[老小][{sure}]{_SAID_OF}",
        rf"(?<![一-龥])[{sure}]家(?![{words['after_home']}])|(?<=[邻居对门那跟和让被])[{sure}]家(?![{words['after_home']}])",
    )
    titles = tuple(words["titles"])
    return _Words(
        re.compile(surnames),
        re.compile("|".join(forms)),
        re.compile("|".join(map(re.escape, words["cues"]))),
        re.compile("|".join(titles)),
        titles,
        tuple(words["never"]),
        tuple(words["places"]),
        tuple(words["sure_places"]),
        sure,
        tuple(words["double_surnames"]),
    )


def _span(start: int, end: int) -> Span:
    return Span(start, end, Sensitive.NAME)
