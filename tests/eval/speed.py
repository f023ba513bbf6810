"""What a message costs beside cutting it with jieba alone, in the same run; work of this thread, in milliseconds."""

import time
from collections.abc import Callable, Iterator, Sequence

from nlp.categories import category_of
from nlp.reading import read, warm_up
from tests.eval.figure import Figure
from tests.nlp.samples import own
from tests.nlp.test_segment import with_jieba

_CADRE = "孙兆龙"
_LONG = 200
_ROUNDS = 5


def figures() -> Iterator[Figure]:
    warm_up()
    lines = [text for texts in own("one_liners").values() for text in texts]
    long = ["".join(lines[place : place + 20])[:_LONG] for place in range(0, len(lines) - 20, 4)]
    cut = with_jieba().lcut
    for name, texts in (("chat line", lines), (f"{_LONG} characters", long)):
        floor = _median(cut, texts)
        yield Figure(f"{name}: jieba.lcut alone, ms", floor)
        yield Figure(f"{name}: category, of jieba.lcut", _median(category_of, texts) / floor, "<= 1.3")
        yield Figure(f"{name}: whole reading, of jieba.lcut", _median(_read, texts) / floor)
        yield Figure(f"{name}: whole reading, p95 ms", _took(_read, texts)[int(len(texts) * 0.95)], "<= 2")


def _read(text: str) -> object:
    return read(text, cadre=_CADRE)


def _median(work: Callable[[str], object], texts: Sequence[str]) -> float:
    return _took(work, texts)[len(texts) // 2]


def _took(work: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Of each text the quickest of some rounds, sorted."""
    rounds = [[_once(work, text) for text in texts] for _ in range(_ROUNDS)]
    return sorted(map(min, zip(*rounds, strict=True)))


def _once(work: Callable[[str], object], text: str) -> float:
    since = time.thread_time()
    work(text)
    return (time.thread_time() - since) * 1000
