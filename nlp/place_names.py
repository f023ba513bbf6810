"""Names of places, known by how they end: 磨石沟村, 东风路, 柳树屯小学. The cutter knows few of them and parts them."""

from collections.abc import Sequence
from functools import cache

from nlp.rarity import rarity
from nlp.word_files import words_of

_ORDINARY = 5  # a word that is rarer may be a name
_SHORTEST, _LONGEST = 2, 5  # signs of a name before its ending
_ABOVE = "省市县区镇乡村"  # endings of what a place lies in: 县清溪街道 is 清溪街道
SIDES = "东西南北上下前后大小"  # 东石桥村 is not 石桥村
# What stands before a name: 我们磨石沟村, 在东风路.
_NO_NAME = frozenset(
    "我俺咱们的在到从去和与及是有这那本该每各一条个座里往向出进修全把被让给住对由于为请问至因以将某了着过附近就其此挖找"
)


def named(words: Sequence[str]) -> list[tuple[str, str]]:
    """Kind and name of each. One that has no name of its own is called after the place before it: 柳树屯小学."""
    found: list[tuple[str, str]] = []
    before = ""
    for number, word in enumerate(words):
        kind, length = ending_of(word)
        own = _name(words, number, length) if kind and word not in _never() else ""
        if own and before and own.endswith(before + word):
            found.pop()  # 石桥村 names no bridge
        before = own or (before + word if before and kind and word not in _never() else "")
        if before:
            found.append((kind, before))
    return found


def ending_of(word: str) -> tuple[str, int]:
    """The kind that the word's ending says, and how long that ending is; "" and 0 for none."""
    endings, longest = _endings()
    for length in range(min(len(word), longest), 0, -1):
        if kind := endings.get(word[-length:]):
            return kind, length
    return "", 0


def _name(words: Sequence[str], number: int, length: int) -> str:
    """The word, with short ones before it, where they may name what its ending (of `length` signs) says; else ""."""
    name = words[number]
    if len(name) - length < _SHORTEST:
        name = _led_in(words[:number], name, length)
    while len(name) > length + 1 and name[0] in _ABOVE:
        name = name[1:]
    return name if len(name) > length and name not in _never() else ""


def _led_in(words: Sequence[str], name: str, length: int) -> str:
    led = False
    for before in reversed(words):
        if len(before + name) - length > _LONGEST or not _may_name(before) or (led and before not in SIDES):
            break
        name = before + name
        led = led or len(before) > 1 or before.isascii()
    return name


def _may_name(word: str) -> bool:
    if not word.isalnum() or word.isdigit() or not _NO_NAME.isdisjoint(word) or word[-1] in _ABOVE:
        return False
    return word not in _endings()[0] and (len(word) == 1 or rarity(word) > _ORDINARY)


@cache
def _endings() -> tuple[dict[str, str], int]:
    """The kind by the ending, and how long the longest ending is."""
    endings = {ending: kind for kind, how in words_of("places")["kinds"].items() for ending in how.get("ends_in", ())}
    return endings, max(map(len, endings))


@cache
def _never() -> frozenset[str]:
    return frozenset(word for how in words_of("places")["kinds"].values() for word in how.get("never", ()))
