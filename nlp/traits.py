"""How two texts compare: a few named figures, each the same in both directions, that words/same_matter.toml weighs."""

from collections.abc import Mapping, Sequence
from math import log1p

from nlp.clauses import CHAT_LINE
from nlp.places import Place
from nlp.told import Told, Words


def traits_of(first: Told, second: Told, both: Sequence[Place]) -> Mapping[str, float]:
    """`both` are the places that both name."""
    return {
        "begins_in_words": (_held(first.begins.words, second.words) + _held(second.begins.words, first.words)) / 2,
        "begins_in_matter": (_held(first.begins.matter, second.words) + _held(second.begins.matter, first.words)) / 2,
        "begins_in_signs": (_held_pairs(first, second) + _held_pairs(second, first)) / 2,
        "names_overlap": _overlap(first.names, second.names),
        "names": log1p(len(first.names.keys() & second.names.keys())),
        "places": log1p(sum(not place.is_wide for place in both)),
        "trouble": _trouble(first, second),
        "category": _category(first, second),
        "short": 1 / (1 + min(len(first.text), len(second.text)) / CHAT_LINE),
    }


def _held(words: Words, whole: Words) -> float:
    """How much of the words, by their weight, the whole has too."""
    total = sum(words.values())
    return sum(words[word] for word in words.keys() & whole.keys()) / total if total else 0.0


def _held_pairs(first: Told, second: Told) -> float:
    pairs = first.begins.pairs
    return len(pairs & second.pairs) / len(pairs) if pairs else 0.0


def _overlap(first: Words, second: Words) -> float:
    total = sum(first.values()) + sum(second.values())
    return 2 * sum(first[word] for word in first.keys() & second.keys()) / total if total else 0.0


def _trouble(first: Told, second: Told) -> float:
    """1 where both tell of one trouble, -1 where of different ones. Letters tell of many: there it says nothing."""
    if not (first.troubles and second.troubles and (first.is_short or second.is_short)):
        return 0.0
    return 1.0 if first.troubles & second.troubles else -1.0


def _category(first: Told, second: Told) -> float:
    if first.categories[0] == second.categories[0]:
        return 1.0
    return 0.5 if first.categories[0] in second.categories or second.categories[0] in first.categories else 0.0
