"""Learns the weights of a question's signs from invented sentences in nlp/examples: `python -m nlp.learning.judges`."""

import sys
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.danger import signs_of_danger
from nlp.judge import BIAS, FOLDER, HEAD
from nlp.kinds import Danger, Privacy
from nlp.own_cadre import signs_about
from nlp.plain import plain
from nlp.signs import signs_of

EXAMPLES = Path(__file__).parents[1] / "examples"
IMAGINED = "孙兆龙"  # the own cadre of all households in the examples
_LEAST = 5  # sentences that a sign stands in
_STRENGTH = 10.0  # of the regression: chosen by cross-validation, docs/decisions/0015

_ALL: frozenset[str] = frozenset()
_NO, _PUBLIC = frozenset({"no"}), frozenset({"public"})
_EVERYDAY = frozenset(  # of whose one-liners hardly one tells of danger, or of what nobody else should read
    {"low_income", "social_insurance", "labour", "education", "market", "land", "village_affairs", "farming", "other"}
    | {"water", "roads", "environment", "housing", "elderly_disabled"}
)


@dataclass(frozen=True)
class Question:
    """`column` is asked of every text; where `tells_kinds`, a column each says which of those it is. `besides`: a
    file of other sentences, which kinds of them (`_ALL`: whatever there is), and what they are here."""

    name: str
    column: str
    others: frozenset[str]
    left_out: frozenset[str] = frozenset()
    tells_kinds: bool = False
    signs: Callable[[str], Iterable[str]] = signs_of
    besides: tuple[tuple[str, frozenset[str], str], ...] = ()


QUESTIONS = (
    Question(
        "danger",
        "danger",
        frozenset({"none"}),
        tells_kinds=True,
        signs=signs_of_danger,
        besides=(
            ("is_appeal", _NO, "none"),
            ("private", _PUBLIC, "none"),
            ("one_liners", _EVERYDAY, "none"),
            ("letters", _ALL, "none"),
        ),
    ),
    Question(
        "private",
        "private",
        frozenset({"public"}),
        tells_kinds=True,
        besides=(("is_appeal", _NO, "public"), ("one_liners", _EVERYDAY, "public"), ("letters", _ALL, "public")),
    ),
    Question(
        "about_cadre",
        "complaint",
        frozenset({"mention", "thanks", "others"}),
        frozenset({"doubt"}),
        signs=lambda text: signs_about(text, IMAGINED),
        besides=(("is_appeal", _NO, "others"), ("one_liners", _EVERYDAY, "others")),
    ),
    Question(
        "is_appeal",
        "yes",
        frozenset({"no"}),
        frozenset({"unsure"}),
        besides=(
            ("one_liners", _ALL, "yes"),
            ("danger", frozenset(Danger), "yes"),
            ("private", frozenset(Privacy), "yes"),
            ("letters", _ALL, "yes"),
        ),
    ),
)


def examples(name: str) -> dict[str, list[str]]:
    """Of all files NAME.toml, NAME_2.toml …: the sentences of each kind, none twice."""
    found: dict[str, dict[str, None]] = {}
    for path in sorted(EXAMPLES.glob(f"{name}*.toml")):
        for kind, texts in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found.setdefault(kind, {}).update(dict.fromkeys(texts))
    return {kind: list(texts) for kind, texts in found.items()}


def labelled(question: Question) -> list[tuple[str, str]]:
    """Plain text and kind."""
    kinds = examples(question.name)
    for name, only, kind in question.besides:
        kinds[kind] += [text for of, texts in examples(name).items() if only is _ALL or of in only for text in texts]
    return [(plain(text), kind) for kind, texts in kinds.items() if kind not in question.left_out for text in texts]


def learn(question: Question, sentences: Sequence[tuple[str, str]]) -> str:
    """The text of the question's file. The same sentences give the same bytes."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=lambda text: sorted(question.signs(text)), binary=True, min_df=_LEAST)
    matrix = vectorizer.fit_transform(text for text, _ in sentences)
    kinds = [kind for _, kind in sentences]
    columns = {question.column: _regression(matrix, [kind not in question.others for kind in kinds])}
    if question.tells_kinds:
        rows = [place for place, kind in enumerate(kinds) if kind not in question.others]
        for one in dict.fromkeys(kinds[place] for place in rows):
            columns[one] = _regression(matrix[rows], [kinds[place] == one for place in rows])
    return _file(question, vectorizer, columns)


def _regression(matrix: Any, answers: Sequence[bool]) -> tuple[float, Any]:  # noqa: ANN401 scikit-learn has no types
    from sklearn.linear_model import LogisticRegression

    fitted = LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=1000).fit(matrix, answers)
    return float(fitted.intercept_[0]), fitted.coef_[0]


def _file(question: Question, vectorizer: Any, columns: dict[str, tuple[float, Any]]) -> str:  # noqa: ANN401
    bias = "\t".join(f"{bias:.2f}" for bias, _ in columns.values())
    rows = []
    for sign, place in sorted(vectorizer.vocabulary_.items()):
        idf = float(vectorizer.idf_[place])
        weights = [float(weights[place]) * idf for _, weights in columns.values()]
        rows.append("\t".join([sign, f"{idf * idf:.1f}", *(f"{weight:.2f}" for weight in weights)]))
    head = (
        f"# What the signs of a text weigh for {question.column!r}; learnt by nlp/learning/judges.py, never edited.",
        "\t".join([HEAD, *columns]),
        f"{BIAS}\t\t{bias}",
    )
    return "\n".join([*head, *rows]) + "\n"


def main() -> None:
    """Writes all of them anew."""
    for question in QUESTIONS:
        sentences = labelled(question)
        (FOLDER / f"{question.name}.tsv").write_text(learn(question, sentences), encoding="utf-8")
        sys.stdout.write(f"{question.name}: learnt from {len(sentences)} sentences\n")


if __name__ == "__main__":
    main()
