"""Parts of the messages, so that each can be judged by a dictionary that has not seen it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

from nlp.learning.messages import Message

if TYPE_CHECKING:
    from numpy.typing import NDArray


def folds(messages: Sequence[Message], parts: int) -> "NDArray[np.int64]":
    """The part of each message. Messages with an equal title or an equal body are in one part."""
    labels = [message.label for message in messages]
    splitter = StratifiedGroupKFold(parts, shuffle=True, random_state=0)
    part = np.zeros(len(messages), dtype=np.int64)
    for number, (_, judged) in enumerate(splitter.split(messages, labels, _groups(messages))):
        part[judged] = number
    return part


def _groups(messages: Sequence[Message]) -> list[int]:
    """Of each message the first one that it is tied to, directly or by others."""
    tied = list(range(len(messages)))

    def first(number: int) -> int:
        while tied[number] != number:
            number = tied[number]
        return number

    seen: dict[tuple[str, str], int] = {}
    for number, message in enumerate(messages):
        for part in (("title", message.title.strip()), ("detail", message.detail.strip())):
            if part[1]:
                other = first(seen.setdefault(part, number))
                tied[first(number)] = min(other, first(number))
                tied[other] = first(number)
    return [first(number) for number in range(len(messages))]
