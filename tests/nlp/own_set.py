"""How the questions are answered on the own set."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nlp.kinds import Judged
from nlp.reading import Reading, read
from tests.nlp.samples import own

CADRE = "孙兆龙"


@dataclass(frozen=True)
class Answers:
    """`told` of the sentences that tell it, `others` of those that do not: whether a reading says that they do."""

    told: tuple[bool, ...]
    others: tuple[bool, ...]

    @property
    def recall(self) -> float:
        return sum(self.told) / len(self.told)

    @property
    def precision(self) -> float:
        return sum(self.told) / (sum(self.told) + sum(self.others))

    @property
    def left_alone(self) -> float:
        return 1 - sum(self.others) / len(self.others)

    @property
    def accuracy(self) -> float:
        return (sum(self.told) + len(self.others) - sum(self.others)) / (len(self.told) + len(self.others))


def danger(file: str = "danger") -> Answers:
    sentences = own(file)
    others = sentences.pop("none")
    return _answers(_all(sentences), others, lambda reading: reading.danger is not None)


def private(file: str = "private") -> Answers:
    sentences = own(file)
    others = sentences.pop("public")
    return _answers(_all(sentences), others, lambda reading: reading.private is not None)


def about_cadre(file: str = "about_cadre") -> Answers:
    """What is asked about counts as noticed; the sentences of which nobody could be sure are left out."""
    sentences = own(file)
    others = [text for kind in ("mention", "thanks", "others") for text in sentences[kind]]
    return _answers(sentences["complaint"], others, lambda reading: reading.about_cadre != Judged.NO)


def is_appeal(file: str = "is_appeal") -> Answers:
    """What is asked about is not passed over, and no appeal either."""
    sentences = own(file)
    told = tuple(read(text, cadre=CADRE).is_appeal != Judged.NO for text in sentences["yes"])
    others = tuple(read(text, cadre=CADRE).is_appeal == Judged.YES for text in sentences["no"])
    return Answers(told, others)


def _answers(told: Iterable[str], others: Iterable[str], says: Callable[[Reading], bool]) -> Answers:
    return Answers(
        tuple(says(read(text, cadre=CADRE)) for text in told), tuple(says(read(text, cadre=CADRE)) for text in others)
    )


def _all(sentences: dict[str, list[str]]) -> list[str]:
    return [text for texts in sentences.values() for text in texts]
