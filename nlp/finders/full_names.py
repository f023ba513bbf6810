"""Full names that nobody passed in: a surname, one or two signs of a given name, and what stands around.

Signs that are hardly anything but a name's tell for it, and so do a cue before it, what persons do after it, and the
cutter's word ends; a common word that begins the same way tells against it. No single one decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nlp.finders.name_words import NameWords, name_words
from nlp.segment import cut, is_common, is_known, person_names
from nlp.spans import Sensitive, Span

_ENOUGH = 4.5
_NEVER = -99.0
_CUED = 4.0
_CLEAR = 2.0
_LIKELY = 1.5
_BEFORE_A_NAME = frozenset("和跟被把让给找问叫是向对替由同与及有请告按比为除俺我")
_TOGETHER = frozenset("和与跟及同、")
_AFTER_A_NAME = frozenset(
    "家他她说在把被给不没去来今等和跟为也都就要又还因占打骂偷到从有是的与及两自将向对请收领叫让借欠养种开拿"
)
_COUNTED = frozenset("了一几两二三四五六七八九十这那每半上下整")
_CUE_REACH = 8


@dataclass(frozen=True)
class _Told:
    """A text, where the cutter ended its words, what is inside of a known one, and which begins where."""

    text: str
    edges: frozenset[int]
    inside: frozenset[int]
    word_at: dict[int, str]


def full_names_in(text: str) -> Iterator[Span]:
    words, told, place = name_words(), None, 0
    for match in words.surname.finditer(text):
        if match.start() < place or (match.start() == place > 0 and text[place] in _TOGETHER):
            continue
        told = told or _told(text)
        together = 0 < place <= match.start() <= place + 1 and text[place] in {*_TOGETHER, match.group()[0]}
        end = _end_of_name(words, told, match.start(), match.end(), together=together)
        if end and not _is_official(words, text, match.start(), end):
            place = end
            yield Span(match.start(), end, Sensitive.NAME)


def _told(text: str) -> _Told:
    edges, word_at, place = {0}, {}, 0
    for word in cut(text):
        if len(word) > 1 and is_known(word):
            word_at[place] = word
        place += len(word)
        edges.add(place)
    inside = frozenset(at + sign for at, word in word_at.items() for sign in range(1, len(word)))
    return _Told(text, frozenset(edges), inside, word_at)


def _is_official(words: NameWords, text: str, start: int, end: int) -> bool:
    before = words.title_before.search(text, max(0, start - _CUE_REACH), start)
    return before is not None or words.title_after.match(text, end) is not None


def _end_of_name(words: NameWords, told: _Told, start: int, given: int, *, together: bool) -> int | None:
    """Where the likeliest name ends; the longer of two that are as likely. `together`: right after another name."""
    before = _CUED if together else _before(words, told, start)
    before += _of_surname(words, told.text[start:given])
    best, found = _ENOUGH, None
    for end in (given + 1, given + 2):
        score = before + (likely := _of_given(words, told.text, given, end)) + _after(words, told, end)
        score += _of_dictionary(told, start, given, end, likely) / (2 if likely > _CLEAR else 1)
        if score >= best:
            best, found = score, end
    return found


def _before(words: NameWords, told: _Told, start: int) -> float:
    if words.cue_before.search(told.text, max(0, start - _CUE_REACH), start):
        return _CUED
    score = 1 if start in told.edges else -3 if start in told.inside else -0.5
    last = told.text[start - 1 : start]
    if last in _COUNTED and told.text[start] == "张":
        return _NEVER  # a sheet: 照了张相
    return score + (last in _BEFORE_A_NAME or not last.isalpha())


def _of_surname(words: NameWords, surname: str) -> float:
    if surname in words.sure:
        return 2
    return -1 if surname in words.ordinary else 1


def _of_given(words: NameWords, text: str, start: int, end: int) -> float:
    signs = text[start:end]
    if end > len(text) or words.place_after.match(text, end):
        return _NEVER
    if any(words.title_after.match(text, place) for place in range(start, end)):
        return _NEVER  # 孙书记 is no Mr Sun called 书记
    if signs in words.given_words:
        return _CLEAR - 0.5 if is_common(signs) else 2 * _CLEAR
    if signs[-1] in words.places:
        return _NEVER
    return sum(_of_sign(words, sign) for sign in signs) - (0.5 if len(signs) == 1 else 0)


def _of_sign(words: NameWords, sign: str) -> float:
    if sign in words.given:
        return 2
    if sign in words.never_given or not "一" <= sign <= "龥":
        return _NEVER
    return 0.5 if sign in words.given_too else -1


def _of_dictionary(told: _Told, start: int, given: int, end: int, likely: float) -> float:
    """Whether the cutter's dictionary speaks for this name, or knows a word that is no name."""
    nothing = name_words().no_name.match(told.text, start)
    if nothing and (nothing.end() >= end or likely <= _CLEAR):
        return _NEVER
    name, word = told.text[start:end], told.word_at.get(start, "")
    if name in person_names():
        return 1
    if is_known(name):
        return -1 if likely >= _LIKELY and name[0] in name_words().sure else -6
    if len(word) > given - start and word not in person_names():
        return -4 if is_common(word) else -2
    return 0.0


def _after(words: NameWords, told: _Told, end: int) -> float:
    score = 1 if end in told.edges else -1
    next_sign = told.text[end : end + 1]
    return score + (next_sign in _AFTER_A_NAME or not next_sign.isalpha())
