"""From counted messages to weights: linear support vectors, one label against the rest.

Before, each feature is stretched by how much more often it stands under the label than elsewhere (Wang and Manning,
"Baselines and Bigrams", 2012), and the weights are squeezed back after, so that they go with amounts as they are.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.svm import LinearSVC

from nlp.learning.counting import Column, Counted, columns_of, matrix, rarity

if TYPE_CHECKING:
    from numpy.typing import NDArray

AT_LEAST = 5  # messages that must have a word before it is learnt: it tells of no single one of them
_TABLES = (0.7, 0.7, 1.0, 1.0, 1.0, 1.0)  # how much each table counts: the title's words and runs, all of them, topics
_TITLE_ALONE = 0.4  # how much a title alone counts beside the whole message
_SOFTNESS = 0.2
_DOUBT = 0.1  # as if each feature stood a little under every label
_MOST, _MOST_WEIGHTS = 60_000, 600_000  # features in one file, and weights: some megabytes
_NEVER = 9.0


@dataclass(frozen=True)
class Fitted:
    """`weights[label, column]` go with the amounts of `counting.matrix`."""

    labels: tuple[str, ...]
    columns: list[Column]
    rare: list[float]
    weights: "NDArray[np.float64]"
    bias: "NDArray[np.float64]"

    def scores(self, messages: Sequence[Counted]) -> "NDArray[np.float64]":
        scores: NDArray[np.float64] = matrix(messages, self.columns, self.rare) @ self.weights.T + self.bias
        return scores


def fitted(whole: Sequence[Counted], titles: Sequence[Counted], labels: tuple[str, ...]) -> Fitted:
    """`titles` are the same messages by their titles alone. Features that decide little are left out, and what
    is left is fitted again."""
    columns = columns_of(whole, AT_LEAST)
    rare, both = rarity(whole, columns), [*whole, *titles]
    trust = np.array([one.weight for one in whole] + [one.weight * _TITLE_ALONE for one in titles])
    wanted = [labels.index(one.label) for one in both]

    def fit() -> tuple[sparse.csr_matrix, "NDArray[np.float64]", "NDArray[np.float64]"]:
        scale = np.array([_TABLES[table] for table, _ in columns])
        amounts = (matrix(both, columns, rare) @ sparse.diags(scale)).tocsr()
        weights, bias = _fit(amounts, wanted, trust, len(labels))
        return amounts, weights * scale, bias

    amounts, weights, bias = fit()
    most = min(_MOST, _MOST_WEIGHTS // len(labels))
    if len(columns) > most:
        kept = _weightiest(amounts, weights, most)
        columns, rare = [columns[place] for place in kept], [rare[place] for place in kept]
        _, weights, bias = fit()
    return Fitted(labels, columns, rare, weights, bias)


def _fit(
    amounts: sparse.csr_matrix, wanted: list[int], trust: "NDArray[np.float64]", labels: int
) -> tuple["NDArray[np.float64]", "NDArray[np.float64]"]:
    """A label that no message has is never guessed."""
    weights, bias = np.zeros((labels, amounts.shape[1])), np.full(labels, -_NEVER)
    for label in sorted(set(wanted)) if amounts.shape[1] else ():
        of_it = np.array(wanted) == label
        if not of_it.all():
            stretch = _telling(amounts, of_it, trust)
            model = _separated(amounts @ sparse.diags(stretch), of_it, trust)
            weights[label], bias[label] = model.coef_[0] * stretch, model.intercept_[0]
    return weights, bias


def _telling(
    amounts: sparse.csr_matrix, of_it: "NDArray[np.bool_]", trust: "NDArray[np.float64]"
) -> "NDArray[np.float64]":
    """Of each feature how much it speaks for or against; 1 on average."""
    inside, outside = (trust * of_it) @ amounts + _DOUBT, (trust * ~of_it) @ amounts + _DOUBT
    told = np.sqrt(np.abs(np.log(inside / inside.sum() * outside.sum() / outside)))
    stretch: NDArray[np.float64] = told / max(told.mean(), 1e-9)
    return stretch


def _separated(amounts: sparse.csr_matrix, of_it: "NDArray[np.bool_]", trust: "NDArray[np.float64]") -> LinearSVC:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return LinearSVC(C=_SOFTNESS, random_state=0).fit(amounts, of_it, sample_weight=trust)


def _weightiest(amounts: sparse.csr_matrix, weights: "NDArray[np.float64]", most: int) -> "NDArray[np.int64]":
    told = np.abs(weights).max(axis=0) * np.sqrt(np.asarray(amounts.power(2).sum(axis=0)).ravel())
    return np.sort(np.argsort(-told, kind="stable")[:most])
