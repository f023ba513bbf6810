"""Messages as a table of numbers: a row a message, a column a feature."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from scipy import sparse

from nlp.dictionary import TABLES
from nlp.features import features_of
from nlp.hand_words import shares_of
from nlp.learning.messages import Message, hidden_names, nameless
from nlp.plain import plain
from nlp.word_files import words_of

Column = tuple[int, str]  # which table of the dictionary, and the feature
_TOPICS = ("topics", "title_topics")
_TOPIC = 1.5  # how much what is written by hand counts as a feature
_IDF_POWER = 1.3  # rare words weigh somewhat more than usual: measured, docs/decisions/0013


@dataclass(frozen=True)
class Counted:
    """What `counted` saw of one message: for each table its features and how often each, and the shares of topics."""

    label: str
    weight: float
    tables: tuple[Counter[str], ...]
    topics: dict[Column, float]


def counted(message: Message) -> tuple[Counted, Counted]:
    """The message, and its title alone: the dictionary serves both."""
    alone = Message(message.title, "", message.label, message.weight)
    return _counted(message), _counted(alone if message.title.strip() else message)


def _counted(message: Message) -> Counted:
    title, detail = message.title, message.detail
    features = features_of(nameless(title), nameless(detail))
    table = TABLES.index("topics" if detail.strip() else "title_topics")
    shares = shares_of(plain(f"{title} {detail}" if title else detail))
    topics = {(table, category): sum(words.values()) for category, words in shares.items()}
    return Counted(message.label, message.weight, tuple(map(Counter, features)), topics)


def columns_of(messages: Sequence[Counted], at_least: int) -> list[Column]:
    """The features that stand in `at_least` messages and are no names, in a fixed order; then the topics."""
    seen: Counter[Column] = Counter((table, feature) for one in messages for table, feature in _all(one))
    topics = [(TABLES.index(table), category) for table in _TOPICS for category in words_of("categories")]
    often = (column for column, times in seen.items() if times >= at_least)
    return sorted(column for column in often if hidden_names().isdisjoint(column[1].split())) + topics


def rarity(messages: Sequence[Counted], columns: Sequence[Column]) -> list[float]:
    """Of each column, by how few messages have it, as the file has it."""
    seen: Counter[Column] = Counter((table, feature) for one in messages for table, feature in _all(one))
    return [
        _TOPIC if TABLES[c[0]] in _TOPICS else round((log((1 + len(messages)) / (1 + seen[c])) + 1) ** _IDF_POWER, 1)
        for c in columns
    ]


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
        topics = {place[column]: share for column, share in one.topics.items() if column in place}
        places += topics
        amounts += [share * rare[at] for at, share in topics.items()]
        ends.append(len(places))
    return sparse.csr_matrix((amounts, places, ends), shape=(len(messages), len(columns)))


def _all(one: Counted) -> Iterator[Column]:
    return ((table, feature) for table, times in enumerate(one.tables) for feature in times)
