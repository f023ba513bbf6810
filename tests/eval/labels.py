"""On citizens' messages that people labelled: seven labels of a contest, and the county's 20 categories.

Each message is judged by a dictionary that has not seen it; messages with an equal title or body are in one part.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

import numpy as np

from bot.reading.judging import Answer, figures_of, macro_f1
from nlp.learning.county import HAND, examples, guessed, labelled
from nlp.learning.folds import folds
from nlp.learning.messages import Message
from nlp.learning.training import train
from tests.eval.figure import Figure
from tests.nlp.samples import REAL, real

_PARTS = 5
_PARTS_OF_CATEGORIES = 3
Said = tuple[int, str, str]  # which message, what is said of it whole, and of its title alone


def figures() -> Iterator[Figure]:
    yield from _seven_labels()
    yield from _categories()


def _seven_labels() -> Iterator[Figure]:
    messages = [Message(row["title"], row["detail"], row["label"]) for row in real("labelled_train.csv")]
    said = _said(messages, [], folds(messages, _PARTS), 0.0)
    whole: list[Answer] = [(messages[number].label, of_whole) for number, of_whole, _ in said]
    titles: list[Answer] = [(messages[number].label, of_title) for number, _, of_title in said]
    yield Figure("seven labels, title and detail: macro-F1", macro_f1(figures_of(whole)), ">= 0.93")
    yield Figure("seven labels, title alone: macro-F1", macro_f1(figures_of(titles)), ">= 0.88")
    yield Figure("baseline TF-IDF and support vectors: macro-F1", _baseline(messages))


def _categories() -> Iterator[Figure]:
    """A second label counts as right. The invented sentences, and letters that the hand-written words are sure of,
    are learnt from in every part: none of them equals one of those judged."""
    rows, messages = real("dev_categories.csv"), labelled(REAL)
    said = _said(messages, [*examples(), *guessed(REAL)], folds(messages, _PARTS_OF_CATEGORIES), HAND)
    for name, at in (("title and detail", 1), ("title alone", 2)):
        right = [one[at] in (rows[one[0]]["category"], rows[one[0]]["second"]) for one in said]
        yield Figure(f"20 categories, {name}: right", sum(right) / len(right), ">= 0.85" if at == 1 else "")


def _said(messages: Sequence[Message], besides: list[Message], part: "np.ndarray", hand: float) -> list[Said]:
    parts = sorted(set(part.tolist()))
    with ProcessPoolExecutor(max_workers=2) as pool:
        jobs = [pool.submit(_judge, list(messages), besides, part == number, hand) for number in parts]
        return [one for job in jobs for one in job.result()]


def _judge(messages: list[Message], besides: list[Message], judged: "np.ndarray", hand: float) -> list[Said]:
    learnt = [message for message, left_out in zip(messages, judged, strict=True) if not left_out]
    dictionary = train([*learnt, *besides], hand=hand)
    return [
        (
            number,
            dictionary.guess(messages[number].title, messages[number].detail).category,
            dictionary.guess(messages[number].title, "").category,
        )
        for number in np.flatnonzero(judged).tolist()
    ]


def _baseline(messages: Sequence[Message]) -> float:
    """Words and pairs of words, as anybody would begin."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.model_selection import cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    from nlp.segment import cut

    told = [" ".join(cut(f"{message.title} {message.detail}")) for message in messages]
    part = folds(messages, _PARTS)
    splits = [(np.flatnonzero(part != number), np.flatnonzero(part == number)) for number in range(_PARTS)]
    words = TfidfVectorizer(analyzer=str.split, ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    right = [message.label for message in messages]
    said = cross_val_predict(make_pipeline(words, LinearSVC()), told, right, cv=splits)
    return macro_f1(figures_of(zip(right, map(str, said), strict=True)))
