"""Groups messages that tell of the same matter."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from nlp.finding import Index
from nlp.keywords import index_words
from nlp.rarity import rarity
from nlp.similarity import Likeness, Told, likeness, told

_CANDIDATES = 40  # of one message
_SAME = 0.5  # what the likenesses between all members of a group must come to, on the average
_KEYWORDS = 8


@dataclass(frozen=True)
class Message:
    """`household` and `village` are "" where they are not known."""

    id: str
    text: str
    household: str = ""
    village: str = ""


@dataclass(frozen=True)
class Group:
    """`keywords` and `places` are what most of the members tell, each thing in one word; `households` is how many are
    known to."""

    ids: tuple[str, ...]
    keywords: tuple[str, ...]
    places: tuple[str, ...]
    households: int


@dataclass
class _Found:
    """Messages by number, what each tells, and how like those are that were compared."""

    messages: Sequence[Message]
    told: list[Told]
    compared: dict[tuple[int, int], Likeness] = field(default_factory=dict)

    def between(self, first: int, second: int) -> Likeness:
        pair = min(first, second), max(first, second)
        if pair not in self.compared:
            self.compared[pair] = likeness(self.told[pair[0]], self.told[pair[1]])
        return self.compared[pair]


def group(messages: Sequence[Message]) -> list[Group]:
    """Groups of two or more, in the order of their first messages; nobody is in two.

    Messages are joined where all of a group are like one another on the average, so that no chain of messages, each
    a little like the next, holds together what is different. Messages of different villages are never joined.
    """
    found = _Found(messages, [told(message.text) for message in messages])
    groups = {number: [number] for number in range(len(messages))}
    of = list(range(len(messages)))
    for first, second in _likeliest_first(found):
        one, other = sorted((of[first], of[second]))
        if one != other and _belong(found, groups[one], groups[other]):
            for number in groups[other]:
                of[number] = one
            groups[one] += groups.pop(other)
    return [_told_of(found, sorted(members)) for members in groups.values() if len(members) > 1]


def _likeliest_first(found: _Found) -> list[tuple[int, int]]:
    pairs = {pair for pair in _candidates(found.messages) if found.between(*pair).same_matter}
    return sorted(pairs, key=lambda pair: (-found.between(*pair).score, pair))


def _candidates(messages: Sequence[Message]) -> Iterator[tuple[int, int]]:
    """Pairs that share an index word, each once: the later one finds the earlier, in an index for each village."""
    villages: dict[str, Index] = defaultdict(Index)
    for number, message in enumerate(messages):
        words = index_words(message.text)
        for village in (message.village, "") if message.village else tuple(villages):
            for other in villages[village].near(words, _CANDIDATES):
                yield other, number
        villages[message.village].add(number, words)


def _may_be_one(villages: set[str]) -> bool:
    return len(villages - {""}) <= 1


def _belong(found: _Found, first: list[int], second: list[int]) -> bool:
    if not _may_be_one({found.messages[number].village for number in (*first, *second)}):
        return False
    scores = [found.between(one, other).score for one in first for other in second]
    return sum(scores) / len(scores) >= _SAME


def _told_of(found: _Found, members: list[int]) -> Group:
    messages = [found.messages[number] for number in members]
    told_of = [found.told[number] for number in members]
    places = _of_most([[place.name for place in one.places] for one in told_of])
    words = [word for word in _of_most([one.words for one in told_of]) if not any(word in place for place in places)]
    households = len({message.household for message in messages} - {""})
    return Group(tuple(message.id for message in messages), tuple(words[:_KEYWORDS]), tuple(places), households)


def _of_most(told_of: Sequence[Collection[str]]) -> list[str]:
    """What more than half of them tell, the most often told first, then the rarest."""
    times = Counter(one for of_one in told_of for one in set(of_one))
    shared = [one for one in times if times[one] * 2 > len(told_of)]
    return sorted(shared, key=lambda one: (-times[one], -rarity(one), one))
