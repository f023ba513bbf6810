"""Learns the weights of nlp/words/same_matter.toml anew: `python -m tests.nlp.weights`. Says how well they do on
events that they were not learnt from."""

import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from sklearn.linear_model import LogisticRegression

from nlp import places, similarity
from nlp.told import Told, told
from nlp.traits import traits_of
from tests.nlp.gold import pairs, renamed, texts
from tests.nlp.samples import invented_pairs

_FILE = Path(__file__).parents[2] / "nlp" / "words" / "same_matter.toml"
_FOLDS = 5
_OF_INVENTED, _OF_TITLES = 3.0, 0.3  # how much a pair counts beside one of letters
_SURE = 0.62  # so likely must it be to be held the same: precision before recall

Weights = dict[str, float]


class Example(NamedTuple):
    traits: Mapping[str, float]
    same: bool
    kept_apart: bool
    fold: int
    weight: float
    source: str


def main() -> None:
    examples = [*_of_letters("letters", texts()), *_of_letters("renamed", renamed()), *_of_titles(), *_of_invented()]
    without = [_fitted([example for example in examples if example.fold != fold]) for fold in range(_FOLDS)]
    for source in ("letters", "renamed", "titles", "invented"):
        of_source = [example for example in examples if example.source == source]
        held = [(example.same, _holds(example, without[example.fold])) for example in of_source]
        found, right = sum(same and is_held for same, is_held in held), sum(is_held for _, is_held in held)
        sys.stdout.write(
            f"{source}: precision {found / right:.3f}, recall {found / sum(same for same, _ in held):.3f}, "
            f"wrong {right - found} of {sum(not same for same, _ in held)}\n"
        )
    _write(_fitted(examples))


def _of_letters(source: str, of: Mapping[str, str]) -> Iterator[Example]:
    tell = cache(lambda number: told(of[number]))
    for event, fold in zip(pairs(), _folds(), strict=True):
        yield _example(tell(event.first), tell(event.second), event.why == "same", fold, 1.0, source)


def _of_titles() -> Iterator[Example]:
    for event, fold in zip(pairs(), _folds(), strict=True):
        first, second = (told(texts()[one].partition("\n")[0]) for one in event[:2])
        yield _example(first, second, event.why == "same", fold, _OF_TITLES, "titles")


def _of_invented() -> Iterator[Example]:
    for kind, of_kind in invented_pairs().items():
        for number, (first, second) in enumerate(of_kind):
            yield _example(told(first), told(second), kind == "same", number % _FOLDS, _OF_INVENTED, "invented")


def _example(first: Told, second: Told, same: bool, fold: int, weight: float, source: str) -> Example:
    traits = traits_of(first, second, places.shared(first.places, second.places))
    return Example(traits, same, bool(similarity.likeness(first, second).apart), fold, weight, source)


@cache
def _folds() -> list[int]:
    """Pairs that share a message, by whatever chain, are in one fold."""
    group: dict[str, set[str]] = {}
    for event in pairs():
        joined = group.get(event.first, {event.first}) | group.get(event.second, {event.second})
        group |= dict.fromkeys(joined, joined)
    numbers = {name: number for number, name in enumerate(sorted({min(joined) for joined in group.values()}))}
    return [numbers[min(group[event.first])] % _FOLDS for event in pairs()]


def _fitted(examples: list[Example]) -> Weights:
    """From those that no place keeps apart: they alone are weighed."""
    weighed = [example for example in examples if not example.kept_apart]
    model = LogisticRegression(max_iter=3000)
    rows = [list(example.traits.values()) for example in weighed]
    model.fit(rows, [example.same for example in weighed], [example.weight for example in weighed])
    weights = dict(zip(weighed[0].traits, model.coef_[0].tolist(), strict=True))
    return weights | {"bias": model.intercept_[0] - log(_SURE / (1 - _SURE))}


def _holds(example: Example, weights: Weights) -> bool:
    sum_ = weights["bias"] + sum(weights[name] * value for name, value in example.traits.items())
    return not example.kept_apart and 1 / (1 + exp(-sum_)) >= 0.5


def _write(weights: Weights) -> None:
    lines = "".join(f"{name} = {value:.2f}\n" for name, value in weights.items())
    text = re.sub(r"\[weights\].*", f"[weights]\n{lines}", _FILE.read_text(encoding="utf-8"), flags=re.DOTALL)
    _FILE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
