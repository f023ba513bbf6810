"""On the invented sentences of tests/data/own, by somebody who does not write the words."""

from collections.abc import Iterator

from nlp.reading import read
from nlp.similarity import likeness, told
from tests.eval.figure import Figure
from tests.nlp import own_set, redactions
from tests.nlp.samples import OWN, own, own_pairs


def figures() -> Iterator[Figure]:
    yield from _judged()
    yield from _judged_again()
    lines = [(text, category) for category, texts in own("one_liners").items() for text in texts]
    right = sum(read(text).category == category for text, category in lines)
    yield Figure("one-liners laid to their category", right / len(lines), ">= 0.85")
    for file in ("redaction", "redaction_2", "redaction_3"):
        for name, value, goal in redactions.figures(OWN / f"{file}.toml"):
            way = "<=" if "look-alikes" in name else ">="
            yield Figure(f"{file}: {name.removeprefix('redaction: ')}", value, f"{way} {goal:.2f}")
    pairs = own_pairs()
    for kind, of_kind in pairs.items():
        held = sum(likeness(told(first), told(second)).same_matter for first, second in of_kind)
        yield Figure(f"pairs of chat lines, {kind}: held the same", held / len(of_kind))


def _judged() -> Iterator[Figure]:
    danger, private, cadre, appeal = own_set.danger(), own_set.private(), own_set.about_cadre(), own_set.is_appeal()
    yield Figure("danger: recall", danger.recall, ">= 0.97")
    yield Figure("danger: precision", danger.precision, ">= 0.85")
    yield Figure("private: accuracy", private.accuracy, ">= 0.90")
    yield Figure("private: recall", private.recall)
    yield Figure("complaint about the own cadre: accuracy", cadre.accuracy, ">= 0.90")
    yield Figure("complaint about the own cadre: recall", cadre.recall)
    yield Figure("an appeal is not passed over", appeal.recall, ">= 0.95")
    yield Figure("small talk is no appeal", appeal.left_alone, ">= 0.95")


def _judged_again() -> Iterator[Figure]:
    """By another writer, a day later."""
    danger, private, cadre = (
        own_set.danger("danger_2"),
        own_set.private("private_2"),
        own_set.about_cadre("about_cadre_2"),
    )
    yield Figure("danger_2: recall", danger.recall, ">= 0.97")
    yield Figure("danger_2: precision", danger.precision, ">= 0.85")
    yield Figure("private_2: accuracy", private.accuracy, ">= 0.90")
    yield Figure("private_2: recall", private.recall)
    yield Figure("about_cadre_2: accuracy", cadre.accuracy, ">= 0.90")
    yield Figure("about_cadre_2: recall", cadre.recall)
