"""Makes nlp/words/learnt/redaction.tsv: `python -m nlp.learning.redaction`, or `make words`.

A conditional random field over the signs of marked sentences (nlp/examples/redaction*.toml), of copies with other
names, and of everyday sentences in which no finder finds anything.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

from nlp.finders.learnt import LEARNT, clues_of
from nlp.learning.disguise import disguised
from nlp.learning.judges import examples
from nlp.learning.marked import Marked, marked_sentences
from nlp.plain import plain
from nlp.segment import is_common, person_names
from nlp.sensitive import found_by_rules
from nlp.tagging import BEGINS, GOES_ON, NOTHING, TABLE

_LEAST = 5  # sentences that a clue stands in
_COPIES, _EVERYDAY = 2, 3000
_SETTINGS = {"c1": 0.05, "c2": 0.02, "max_iterations": 100, "feature.possible_transitions": False}
_TOWARDS_HIDING = {"name": 1.0, "house": 1.0, "diagnosis": 1.0}  # docs/decisions/0017
_TINY = 0.05
_CONTENT = re.compile(r"(?:^|\+)[a-zW](?:[<>]+|=)([^+]*)")
LABELS = (NOTHING, *(before + kind for kind in LEARNT for before in (BEGINS, GOES_ON)))


def learn(sentences: Sequence[Marked], everyday: Sequence[str] = ()) -> str:
    """The text of the table. The same sentences give the same bytes."""
    others = [Marked(plain(text), ()) for text in everyday]
    told = [Marked(plain(one.text), one.spans) for one in sentences] + others
    clues = [_clues(one.text) for one in told]
    seen = Counter(clue for rows in clues for clue in {clue for row in rows for clue in row})
    hidden = _of_names(sentences)
    kept = {clue for clue, times in seen.items() if times >= _LEAST and _tells_nobody(clue, hidden)}
    copies = [disguised(one, Random(crc32(one.text.encode()) + n)) for one in told if one.spans for n in range(_COPIES)]  # noqa: S311 no secret
    rows = [*zip(told, clues, strict=True), *((one, _clues(one.text)) for one in copies)]
    return _file(_fitted((([[c for c in row if c in kept] for row in signs], _labels(one)) for one, signs in rows)))


def everyday_sentences() -> list[str]:
    """In which no finder finds what is to be learnt."""
    kinds = [examples(name) for name in ("one_liners", "is_appeal", "letters", "danger")]
    texts = list(dict.fromkeys(plain(text) for found in kinds for of_kind in found.values() for text in of_kind))
    Random(0).shuffle(texts)  # noqa: S311 always the same order
    quiet = (text for text in texts if not any(span.kind in LEARNT for span in found_by_rules(text)))
    return [text for _, text in zip(range(_EVERYDAY), quiet, strict=False)]


def _clues(text: str) -> list[tuple[str, ...]]:
    return list(clues_of(text, found_by_rules(text)))


def _labels(sentence: Marked) -> list[str]:
    labels = [NOTHING] * len(sentence.text)
    for span in sentence.spans:
        if span.kind in LEARNT:
            labels[span.start : span.end] = [BEGINS + span.kind] + [GOES_ON + span.kind] * (span.end - span.start - 1)
    return labels


def _of_names(sentences: Sequence[Marked]) -> frozenset[str]:
    """Whatever of a marked name has two signs and more, where it is no ordinary word."""
    names = {one.text[span.start : span.end] for one in sentences for span in one.spans if span.kind == "name"}
    parts = (name[a:b] for name in names for a in range(len(name)) for b in range(a + 2, len(name) + 1))
    return frozenset(part for part in parts if not is_common(part))


def _tells_nobody(clue: str, hidden: frozenset[str]) -> bool:
    for told in _CONTENT.findall(clue):
        runs = {told[a:b] for a in range(len(told)) for b in range(a + 2, len(told) + 1)}
        if not hidden.isdisjoint(runs) or not person_names().isdisjoint(runs):
            return False
    return True


def _fitted(rows: Iterator[tuple[list[list[str]], list[str]]]) -> Any:  # noqa: ANN401 pycrfsuite has no types
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_SETTINGS)
    for clues, labels in rows:
        trainer.append(clues, labels)
    with TemporaryDirectory() as folder:
        trainer.train(str(Path(folder) / "model"))
        model = pycrfsuite.Tagger()
        model.open(str(Path(folder) / "model"))
        return model.info()


def _file(model: Any) -> str:  # noqa: ANN401 see _fitted
    weights: dict[str, dict[str, float]] = {}
    for (clue, label), weight in model.state_features.items():
        if abs(weight) >= _TINY:
            weights.setdefault(clue, {})[label] = weight
    steps = [_cells(f"(step){first}", {then: _step(model, first, then) for then in LABELS}) for first in LABELS]
    lines = [_cells(clue, of_clue) for clue, of_clue in sorted(weights.items())]
    head = "# What clues at a sign weigh for its label; learnt by nlp/learning/redaction.py, never edited."
    return "\n".join([head, "\t".join(["clue", *LABELS]), *steps, *lines]) + "\n"


def _step(model: Any, first: str, then: str) -> float | None:  # noqa: ANN401 see _fitted
    kind = then[len(BEGINS) :]
    if then.startswith(GOES_ON) and first not in {BEGINS + kind, then}:
        return None
    more = _TOWARDS_HIDING[kind] if then.startswith(BEGINS) else 0.0
    return float(model.transitions.get((first, then), 0.0)) + more


def _cells(clue: str, told: dict[str, float | None] | dict[str, float]) -> str:
    weights = (told.get(label) for label in LABELS)
    return "\t".join([clue, *("" if weight is None else f"{weight:.2f}" for weight in weights)])


def main() -> None:
    sentences = marked_sentences()
    TABLE.write_text(learn(sentences, everyday_sentences()), encoding="utf-8")
    sys.stdout.write(f"redaction: learnt from {len(sentences)} marked sentences\n")


if __name__ == "__main__":
    main()
