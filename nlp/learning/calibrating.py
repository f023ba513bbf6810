"""How far a score may be believed, from scores of messages that were not learnt from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TRIED = tuple(round(0.1 * step, 1) for step in range(2, 201))
_ODDS = 0.5


def sharpness_of(scores: "NDArray[np.float64]", right: Sequence[int]) -> float:
    """With it the confidences of what is right are as likely as they can be (temperature scaling)."""
    return min(_TRIED, key=lambda sharpness: _surprise(scores * sharpness, right))


def confidences(scores: "NDArray[np.float64]", sharpness: float) -> "NDArray[np.float64]":
    best = scores.max(axis=1, keepdims=True)
    sure: NDArray[np.float64] = 1 / np.exp(sharpness * (scores - best)).sum(axis=1)
    return sure


def threshold_of(scores: "NDArray[np.float64]", right: Sequence[int], sharpness: float) -> float:
    """The confidence below which fewer than half of the guesses are right."""
    sure = confidences(scores, sharpness)
    order = np.argsort(sure, kind="stable")
    hits = (scores.argmax(axis=1) == np.array(right))[order].cumsum()
    doubtful = np.flatnonzero(hits < _ODDS * np.arange(1, len(order) + 1))
    return round(float(sure[order[doubtful[-1]]]), 3) if len(doubtful) else 0.0


def _surprise(scores: "NDArray[np.float64]", right: Sequence[int]) -> float:
    best = scores.max(axis=1)
    whole = best + np.log(np.exp(scores - best[:, None]).sum(axis=1))
    return float((whole - scores[np.arange(len(right)), list(right)]).mean())
