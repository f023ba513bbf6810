"""How well the same matter is recognised on citizens' messages: `python -m tests.nlp.events`. Figures, never texts."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from nlp.finding import Index
from nlp.keywords import index_words
from nlp.similarity import likeness, told
from tests.nlp.gold import groups, pairs, renamed, texts
from tests.nlp.samples import REAL, WHERE_REAL

_NEAREST = 5
_CANDIDATES = 100


class Figure(NamedTuple):
    """`goal` is "" for what is only told beside."""

    name: str
    value: float
    goal: str = ""


def figures() -> list[Figure]:
    """Raises OSError where the real messages are not there."""
    return [*_held(texts(), ""), *_held(renamed(), ", places renamed"), *_found(), *_baselines()]


def _held(of: dict[str, str], where: str) -> Iterator[Figure]:
    tell = cache(lambda number: told(of[number]))
    held = [event for event in pairs() if likeness(tell(event.first), tell(event.second)).same_matter]
    all_of, held_of = Counter(event.why for event in pairs()), Counter(event.why for event in held)
    wrong = len(held) - held_of["same"]
    yield Figure(f"same matter: precision{where}", held_of["same"] / len(held), ">= 0.95")
    yield Figure(f"same matter: recall{where}", held_of["same"] / all_of["same"], ">= 0.80")
    yield Figure(f"near-copies merged{where}", wrong / (len(pairs()) - all_of["same"]), "<= 0.10")
    for why in sorted(all_of.keys() - {"same"}):
        yield Figure(f"  {why} merged, of {all_of[why]}{where}", held_of[why])


def _found() -> Iterator[Figure]:
    index, words = Index(), {number: index_words(text) for number, text in texts().items()}
    ids = list(words)
    for number, one in enumerate(ids):
        index.add(number, words[one])
    tell = cache(lambda one: told(texts()[one]))

    def nearest(one: str) -> list[str]:
        others = [ids[number] for number in index.near(words[one], _CANDIDATES) if ids[number] != one]
        return sorted(others, key=lambda other: -likeness(tell(one), tell(other)).score)[:_NEAREST]

    yield Figure("a mate among the five nearest", _mates(nearest), ">= 0.98")
    shared = [bool(set(words[event.first]) & set(words[event.second])) for event in pairs() if event.why == "same"]
    yield Figure("pairs of one matter with an index word in common", sum(shared) / len(shared), ">= 0.99")


def _mates(nearest: Callable[[str], Sequence[str]]) -> float:
    hits = [any(other in ids for other in nearest(one)) for ids in groups() for one in ids]
    return sum(hits) / len(hits)


def _baselines() -> Iterator[Figure]:
    from tests.nlp.baselines import tfidf_nearest, tfidf_scores, title_scores

    for name, scores in (("rapidfuzz ratio of titles", title_scores()), ("TF-IDF of signs", tfidf_scores())):
        yield Figure(f"baseline {name}: precision at recall 0.80", _precision(scores))
    yield Figure("baseline TF-IDF of signs: a mate among the five nearest", _mates(tfidf_nearest(_NEAREST)))


def _precision(scores: Sequence[float], recall: float = 0.80) -> float:
    """The best precision that finds so many of the same pairs."""
    same = sorted((score for score, event in zip(scores, pairs(), strict=True) if event.why == "same"), reverse=True)
    least = same[int(len(same) * recall)]
    held = [event for score, event in zip(scores, pairs(), strict=True) if score >= least]
    return sum(event.why == "same" for event in held) / len(held)


def main() -> None:
    lines = [f"{one.name}: {one.value:.3f}  {one.goal}" for one in figures()] if REAL.is_dir() else [WHERE_REAL]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
