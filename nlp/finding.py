"""Finds the texts that may tell of the same matter, by shared words, without looking at all of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from nlp.rarity import rarity

_TOO_COMMON = 1000  # a word that so many texts have finds nothing


class Index:
    """Numbers of texts by their index words."""

    def __init__(self) -> None:
        self._holders: dict[str, list[int]] = defaultdict(list)

    def add(self, number: int, words: Iterable[str]) -> None:
        for word in words:
            self._holders[word].append(number)

    def near(self, words: Iterable[str], most: int) -> list[int]:
        """The texts that share such words, the rarest and most of them first; `most` of them at most."""
        weights: Counter[int] = Counter()
        for word in words:
            holders = self._holders.get(word, ())
            if len(holders) <= _TOO_COMMON:
                for number in holders:
                    weights[number] += rarity(word)
        return [number for number, _ in weights.most_common(most)]
