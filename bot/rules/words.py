"""What a county changes of the hand-written words: put on top of them, version after version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Weights = Mapping[str, Mapping[str, float]]  # by category what each of its words weighs
HEAVIEST = 10


@dataclass(frozen=True, order=True)
class WordChange:
    """`word` may be a phrase, as in the word files. `weight` is 0 to 10; 0 takes the word away."""

    category: str
    word: str
    weight: float


def changed(weights: Weights, changes: Iterable[WordChange]) -> dict[str, dict[str, float]]:
    """The words with the changes on top of them."""
    result = {category: dict(words) for category, words in weights.items()}
    for change in changes:
        words = result.setdefault(change.category, {})
        words.pop(change.word, None)
        if change.weight:
            words[change.word] = change.weight
    return result


def laid_over(earlier: Iterable[WordChange], later: Iterable[WordChange], delivered: Weights) -> tuple[WordChange, ...]:
    """Both as one set, the later ones on top, without what leaves a word as it was delivered."""
    latest = {(change.category, change.word): change for change in (*earlier, *later)}
    return tuple(sorted(change for change in latest.values() if change.weight != weight_of(delivered, change)))


def weight_of(weights: Weights, change: WordChange) -> float:
    """What the word weighs there; 0 where it is none of them."""
    return weights.get(change.category, {}).get(change.word, 0)
