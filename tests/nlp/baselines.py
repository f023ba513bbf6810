"""What is usually done, to be printed beside."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from rapidfuzz import fuzz
from sklearn.feature_extraction.text import TfidfVectorizer

from tests.nlp.gold import pairs, texts


def title_scores() -> list[float]:
    titles = {number: text.partition("\n")[0] for number, text in texts().items()}
    return [fuzz.ratio(titles[event.first], titles[event.second]) for event in pairs()]


def tfidf_scores() -> list[float]:
    numbers, matrix = _matrix()
    return [float((matrix[numbers[event.first]] @ matrix[numbers[event.second]].T).sum()) for event in pairs()]


def tfidf_nearest(most: int) -> Callable[[str], Sequence[str]]:
    numbers, matrix = _matrix()
    ids = list(numbers)

    def nearest(one: str) -> Sequence[str]:
        scores = (matrix @ matrix[numbers[one]].T).toarray().ravel()
        return [ids[number] for number in scores.argsort()[::-1][: most + 1] if ids[number] != one][:most]

    return nearest


@cache
def _matrix() -> tuple[dict[str, int], Any]:
    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True, min_df=2)
    return {number: row for row, number in enumerate(texts())}, vectors.fit_transform(texts().values())
