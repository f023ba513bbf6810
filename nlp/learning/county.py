"""Makes nlp/words/learnt/categories.tsv: `python -m nlp.learning.county [FOLDER]`, or `make words`.

Learnt from invented sentences (nlp/examples), from messages that were labelled by hand, and, where the hand-written
words are sure, from messages that nobody labelled. No message is written anywhere: only words that five of them have.
"""

import csv
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from nlp.categories import LEARNT
from nlp.dictionary_file import write_dictionary
from nlp.hand_words import shares_of
from nlp.learning.judges import examples as examples_of
from nlp.learning.messages import Message
from nlp.learning.training import train
from nlp.plain import plain

_MESSAGES = Path(os.environ.get("HUIYIN_REAL_MESSAGES", Path(__file__).resolve().parents[3] / "shared" / "data"))
_BY_HAND = "dev_categories.csv"
_UNLABELLED = ("labelled_train.csv", "answered.csv", "events.csv")
_SURE = 0.6  # of the hand-written words, to label a message by them
_CHAT = 0.7  # how much an invented sentence counts: there are many
_TRUST = 0.4  # how much such a label counts beside a person's
HAND = 0.4  # what the hand-written words add to the scores, all together: docs/decisions/0013


def main(folder: Path = _MESSAGES) -> None:
    if not (folder / _BY_HAND).is_file():
        sys.exit(f"There are no messages to learn from in {folder}. Set HUIYIN_REAL_MESSAGES to where they are.")
    messages = [*examples(), *labelled(folder), *guessed(folder)]
    sys.stdout.write(f"Learning from {len(messages)} messages; this takes some minutes.\n")
    write_dictionary(train(messages, hand=HAND), LEARNT)
    sys.stdout.write(f"Written: {LEARNT}\n")


def examples() -> list[Message]:
    return [
        Message("", text, category, _CHAT) for category, texts in examples_of("one_liners").items() for text in texts
    ]


def labelled(folder: Path) -> list[Message]:
    return [Message(row["title"], row["detail"], row["category"]) for row in _rows(folder / _BY_HAND)]


def guessed(folder: Path) -> list[Message]:
    """None that equals one labelled by hand, in title or body, and none twice."""
    seen = {text for row in _rows(folder / _BY_HAND) for text in _texts(row)}
    messages: list[Message] = []
    for row in (row for file in _UNLABELLED for row in _rows(folder / file)):
        if seen.isdisjoint(_texts(row)):
            seen.update(_texts(row))
            messages += _sure(row)
    return messages


def _sure(row: dict[str, str]) -> Iterator[Message]:
    by_hand = shares_of(plain(f"{row['title']} {row['detail']}"))
    shares = {category: sum(words.values()) for category, words in by_hand.items()}
    best = max(shares, key=lambda category: shares[category], default="")
    if shares.get(best, 0.0) >= _SURE:
        yield Message(row["title"], row["detail"], best, _TRUST)


def _texts(row: dict[str, str]) -> set[str]:
    return {row["title"].strip(), row["detail"].strip()} - {""}


def _rows(file: Path) -> Sequence[dict[str, str]]:
    csv.field_size_limit(10_000_000)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
