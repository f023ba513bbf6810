"""Makes a dictionary from labelled messages."""

import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from nlp.dictionary import TABLES, Dictionary
from nlp.hand_words import shares_of
from nlp.learning.calibrating import sharpness_of
from nlp.learning.counting import Counted, counted
from nlp.learning.fitting import AT_LEAST, Fitted, fitted
from nlp.learning.folds import folds
from nlp.learning.messages import Message
from nlp.plain import plain
from nlp.table import Table, Weights, row

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TWO = 2
_BELIEVED = 0.5  # weight of a message that confidence is measured on
_DOUBT = 0.5  # a guess is not relied on where it is as likely wrong as right

Progress = Callable[[str, int, int], None]  # what is done, how much of it, of how much

PARTS = 3
_HUNDRED, _LARGEST = 100, 9999


class TooFew(Exception):
    """There is not enough to learn from; the message says of what."""


def train(messages: Sequence[Message], progress: Progress = lambda *_: None, hand: float = 0.0) -> Dictionary:
    """The same messages in the same order always give the same dictionary. `hand`: as in `Dictionary`.

    What is learnt stands in at least five messages and holds no digit and no name of a person or place that is known
    as one. Takes minutes for some thousands. Raises TooFew.
    """
    labels = labels_of(messages)
    whole, titles = count(messages, progress)
    scores = scores_unseen(messages, whole, titles, labels, progress) + _by_hand(messages, labels, hand)
    progress("Weighing", PARTS, PARTS + 1)
    made = fitted(whole, titles, labels)
    progress("Weighing", PARTS + 1, PARTS + 1)
    trusted = [number for number, message in enumerate(messages) if message.weight >= _BELIEVED]
    right = [labels.index(messages[number].label) for number in trusted]
    sharpness = sharpness_of(scores[trusted], right)
    return dictionary_of(made, sharpness, hand)


def _by_hand(messages: Sequence[Message], labels: tuple[str, ...], hand: float) -> "NDArray[np.float64]":
    """What the hand-written words say of each message."""
    shares = np.zeros((len(messages), len(labels)))
    for number, message in enumerate(messages if hand else ()):
        for label, words in shares_of(plain(f"{message.title} {message.detail}")).items():
            shares[number, labels.index(label)] = hand * sum(words.values())
    return shares


def labels_of(messages: Sequence[Message]) -> tuple[str, ...]:
    """Raises TooFew."""
    times = Counter(message.label for message in messages)
    if len(times) < _TWO:
        raise TooFew("All messages have one label; there is nothing to tell apart.")
    rare = sorted(label for label in times if times[label] < AT_LEAST)
    if rare:
        raise TooFew(f"Too few messages are labelled {'、'.join(rare)}: each label needs at least {AT_LEAST}.")
    return tuple(sorted(times))


def count(messages: Sequence[Message], progress: Progress) -> tuple[list[Counted], list[Counted]]:
    whole, titles = [], []
    for number, message in enumerate(messages, start=1):
        all_of_it, title = counted(message)
        whole.append(all_of_it)
        titles.append(title)
        progress("Reading", number, len(messages))
    return whole, titles


def scores_unseen(
    messages: Sequence[Message],
    whole: Sequence[Counted],
    titles: Sequence[Counted],
    labels: tuple[str, ...],
    progress: Progress,
) -> "NDArray[np.float64]":
    """Each message's scores by weights that were learnt from the others."""
    scores = np.zeros((len(messages), len(labels)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a label so rare that a part has none of it
        part = folds(messages, PARTS)
    for number in range(PARTS):
        progress("Weighing", number, PARTS + 1)
        learnt, judged = np.flatnonzero(part != number).tolist(), np.flatnonzero(part == number).tolist()
        made = fitted([whole[i] for i in learnt], [titles[i] for i in learnt], labels)
        scores[judged] = made.scores([whole[i] for i in judged])
    return scores


def dictionary_of(made: Fitted, sharpness: float, hand: float) -> Dictionary:
    """Weights rounded to hundredths; what is nothing for every label is left out."""
    rows: tuple[dict[str, int], ...] = tuple({} for _ in TABLES)
    for (table, feature), rare, weights in zip(made.columns, made.rare, _rounded(made.weights.T), strict=True):
        if any(weights):
            rows[table][feature] = row(rare, weights)
    (bias,) = _rounded(made.bias.reshape(1, -1))
    tables = tuple(Table(len(made.labels), of_kind) for of_kind in rows)
    return Dictionary(made.labels, bias, tables, sharpness, _DOUBT, hand)


def _rounded(numbers: "NDArray[np.float64]") -> list[Weights]:
    return [tuple(row) for row in np.rint(numbers * _HUNDRED).clip(-_LARGEST, _LARGEST).astype(int).tolist()]
