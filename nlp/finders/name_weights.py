"""What tells for a full name and what against it, in points; they were set on invented sentences and newspapers."""

from dataclasses import dataclass

from nlp.finders.name_words import NameWords
from nlp.segment import cut, is_common, is_known, person_names

NEVER = -99.0
CUED = 4.0
_CLEAR = 4.0  # both signs are hardly anything but a name's
_LIKELY = 2.0  # more than one of them
_BEFORE_A_NAME = frozenset(
    "和跟被把让给找问叫是向对替由同与及有请告按比为除俺我映报诉见听代帮救谢劝求查去年夜天村组队里上"
)
_AFTER_A_NAME = frozenset(
    "家他她说在把被给不没去来今等和跟为也都就要又还因占打骂偷到从有是的与及两自将向对请收领叫让借欠养种开拿"
    "拖抢拆挖堵砍盖修讲喊吵闹喝跑走住站躺摔骑赶租卖买交办干做当用喂放倒扔砸推踢锁截私霸强承昨前这那已早老总天整常经"
)
_COUNTED = frozenset("了一几两二三四五六七八九十这那每半上下整")
_CUE_REACH = 8


@dataclass(frozen=True)
class Told:
    """A text, where the cutter ended its words, what is inside of a known one, and which begins where."""

    text: str
    edges: frozenset[int]
    inside: frozenset[int]
    word_at: dict[int, str]


def told_in(text: str) -> Told:
    edges, word_at, place = {0}, {}, 0
    for word in cut(text):
        if len(word) > 1 and is_known(word):
            word_at[place] = word
        place += len(word)
        edges.add(place)
    inside = frozenset(at + sign for at, word in word_at.items() for sign in range(1, len(word)))
    return Told(text, frozenset(edges), inside, word_at)


def before(words: NameWords, told: Told, start: int) -> float:
    last = told.text[start - 1 : start]
    if last.isdecimal() or told.text.endswith("百姓", 0, start):
        return NEVER  # 72张有效选票, 老百姓安居乐业
    if words.cue_before.search(told.text, max(0, start - _CUE_REACH), start):
        return CUED
    if last in _COUNTED and told.text[start] == "张":
        return NEVER  # a sheet: 照了张相
    score = 1 if start in told.edges else -3 if start in told.inside else -0.5
    return score + (last in _BEFORE_A_NAME or not last.isalpha())


def of_surname(words: NameWords, surname: str) -> float:
    if surname in words.sure:
        return 2
    return -0.5 if surname in words.ordinary else 1


def of_given(words: NameWords, text: str, start: int, end: int) -> float:
    signs = text[start:end]
    weight = sum(_of_sign(words, sign) for sign in signs) - (0.5 if len(signs) == 1 else 0)
    named = signs in words.given_words
    if end > len(text) or signs == "家" or (not named and (weight < -_CLEAR or signs[-1] in words.places)):
        return NEVER
    if words.place_after.match(text, end) or any(words.title_after.match(text, at) for at in range(start, end)):
        return NEVER  # 孙书记 is no Mr Sun called 书记
    if named:
        return 1.5 if is_common(signs) else _CLEAR
    return weight - (2 if weight < _CLEAR and len(signs) > 1 and is_common(signs) else 0)


def _of_sign(words: NameWords, sign: str) -> float:
    if sign in words.given:
        return 2
    if sign in words.never_given or not "一" <= sign <= "龥":
        return NEVER
    return 0.5 if sign in words.given_too else -1


def of_dictionary(words: NameWords, told: Told, start: int, given: int, end: int, likely: float) -> float:
    """Whether the cutter's dictionary speaks for this name, or knows a word that is no name; the less the likelier."""
    nothing = words.no_name.match(told.text, start)
    if nothing and (nothing.end() >= end or likely < _CLEAR):
        return NEVER
    share = 4 if likely >= _CLEAR else 2 if likely > _LIKELY else 1
    return _in_dictionary(words, told.text[start:end], told.word_at.get(start, ""), given - start, likely) / share


def _in_dictionary(words: NameWords, name: str, word: str, surname: int, likely: float) -> float:
    if name in person_names():
        return 1
    if is_known(name):
        return -1 if likely >= _LIKELY - 0.5 and name[0] in words.sure else -6
    if len(word) > surname and word not in person_names():
        return -4 if is_common(word) else -2
    return 0


def after(told: Told, end: int) -> float:
    next_sign = told.text[end : end + 1]
    return (1 if end in told.edges else -1) + (next_sign in _AFTER_A_NAME or not next_sign.isalpha())
