"""Messages as a table of numbers: a row a message, a column a feature."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from scipy import sparse

from nlp.features import Features, features_of
from nlp.learning.messages import Message, nameless

Column = tuple[int, str]  # which table of the dictionary, and the feature
_IDF_POWER = 1.3  # rare words weigh somewhat more than usual: measured, docs/decisions/0013


@dataclass(frozen=True)
class Counted:
    """What `counted` saw of one message: for each table its features and how often each."""

    label: str
    weight: float
    tables: tuple[Counter[str], ...]


def counted(message: Message) -> tuple[Counted, Counted]:
    """The message, and its title alone: the dictionary serves both."""
    title, detail = nameless(message.title), nameless(message.detail)
    whole, alone = features_of(title, detail), features_of(title, "")
    return _counted(message, whole), _counted(message, alone if title.strip() else whole)


def _counted(message: Message, features: Features) -> Counted:
    return Counted(message.label, message.weight, tuple(map(Counter, features)))


def columns_of(messages: Sequence[Counted], at_least: int) -> list[Column]:
    """The features that stand in `at_least` messages, in a fixed order."""
    seen: Counter[Column] = Counter((table, feature) for one in messages for table, feature in _all(one))
    return sorted(column for column, times in seen.items() if times >= at_least)


def rarity(messages: Sequence[Counted], columns: Sequence[Column]) -> list[float]:
    """Of each column, by how few messages have it, as the file has it."""
    seen: Counter[Column] = Counter((table, feature) for one in messages for table, feature in _all(one))
    return [round((log((1 + len(messages)) / (1 + seen[c])) + 1) ** _IDF_POWER, 1) for c in columns]


def matrix(messages: Sequence[Counted], columns: Sequence[Column], rare: Sequence[float]) -> sparse.csr_matrix:
    """Amounts as `Dictionary.hits` has them: of one table, squared, they add up to 1."""
    place = {column: number for number, column in enumerate(columns)}
    amounts: list[float] = []
    places: list[int] = []
    ends = [0]
    for one in messages:
        for table, times in enumerate(one.tables):
            there = [(place[table, feature], n) for feature, n in times.items() if (table, feature) in place]
            known = [(at, (1 + log(n)) * rare[at]) for at, n in there]
            length = sum(amount * amount for _, amount in known) ** 0.5
            places += [number for number, _ in known]
            amounts += [amount / length for _, amount in known]
        ends.append(len(places))
    return sparse.csr_matrix((amounts, places, ends), shape=(len(messages), len(columns)))


def _all(one: Counted) -> Iterator[Column]:
    return ((table, feature) for table, times in enumerate(one.tables) for feature in times)
