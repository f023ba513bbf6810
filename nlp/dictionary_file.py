"""Reads and writes the file of a dictionary: text, a feature a line, sorted, so that two of them can be compared."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from nlp.dictionary import TABLES, Dictionary
from nlp.table import Table, Weights, row

_FORMAT = "huiyin-dictionary 1"
_HEADER = f"""\
# {_FORMAT}
# Words that Huiyin learnt from labelled messages (huiyin train). A message belongs to the label with the largest sum.
# First what holds for all, then a feature a line: kind, feature, how rare it is, weights in the order of the labels,
# in hundredths, with tabs between. Kinds: word or title_word (a word, or two in a row with a space between), run or
# title_run (one to four Chinese characters in a row); title_ counts in the title alone, the others in title and detail.
# topic: what the hand-written words of a county's category tell; title_topic: where there is nothing but a title.
"""
_SETTINGS = ("labels", "bias", "sharpness", "threshold", "hand")
_KINDS = tuple(kind.removesuffix("s") for kind in TABLES)


_MAKE_ONE = "Make one with: huiyin train FILE.csv -o DICT"


class NoDictionary(Exception):
    """The file is not a dictionary; the message says what is wrong and where."""


def read_dictionary(path: Path) -> Dictionary:
    """Raises NoDictionary, OSError."""
    try:
        with path.open(encoding="utf-8") as lines:
            if next(lines, "") != f"# {_FORMAT}\n":
                raise NoDictionary(f"{path} does not begin with '# {_FORMAT}'. {_MAKE_ONE}")
            return _dictionary(enumerate(map(str.rstrip, lines), start=2))
    except UnicodeDecodeError:
        raise NoDictionary(f"{path} is no text in UTF-8. {_MAKE_ONE}") from None
    except _BadLine as bad:
        raise NoDictionary(f"{path}, line {bad}") from None


def write_dictionary(dictionary: Dictionary, path: Path) -> None:
    """The same dictionary always gives the same bytes."""
    path.write_text(_HEADER + "".join(f"{line}\n" for line in _lines(dictionary)), encoding="utf-8", newline="\n")


class _BadLine(Exception):
    pass


def _dictionary(lines: Iterable[tuple[int, str]]) -> Dictionary:
    settings: dict[str, list[str]] = {}
    rows: dict[str, dict[str, int]] = {kind: {} for kind in _KINDS}
    for number, line in lines:
        kind, _, rest = line.partition("\t")
        if kind in rows:
            feature, _, known = rest.partition("\t")
            rows[kind][feature] = _row(number, known, len(settings.get("labels", ())))
        elif kind in _SETTINGS:
            settings[kind] = rest.split("\t")
        elif not line.startswith("#"):
            raise _BadLine(f"{number}: it begins with no kind of feature and no setting.")
    return _made(settings, rows)


def _row(number: int, known: str, labels: int) -> int:
    rarity, _, weights = known.partition("\t")
    numbers = _numbers(number, weights)
    if len(numbers) != labels:
        raise _BadLine(f"{number}: it needs a weight for each label.")
    try:
        return row(float(rarity), numbers)
    except ValueError:
        raise _BadLine(f"{number}: how rare the feature is, or a weight, is no number or too large.") from None


def _made(settings: dict[str, list[str]], rows: dict[str, dict[str, int]]) -> Dictionary:
    missing = [name for name in _SETTINGS if name not in settings]
    if missing:
        raise _BadLine(f"1: the file has no {missing[0]}.")
    labels, bias = tuple(settings["labels"]), _numbers(1, " ".join(settings["bias"]))
    if len(bias) != len(labels):
        raise _BadLine("1: the bias needs a number for each label.")
    try:
        sharpness, threshold, hand = (float(settings[name][0]) for name in _SETTINGS[2:])
    except ValueError:
        raise _BadLine("1: sharpness, threshold and hand must be numbers.") from None
    tables = tuple(Table(len(labels), of_kind) for of_kind in rows.values())
    return Dictionary(labels, bias, tables, sharpness, threshold, hand)


def _numbers(number: int, weights: str) -> Weights:
    try:
        return tuple(map(int, weights.split()))
    except ValueError:
        raise _BadLine(f"{number}: its weights must be whole numbers.") from None


def _lines(dictionary: Dictionary) -> Iterator[str]:
    yield "\t".join(("labels", *dictionary.labels))
    yield "\t".join(("bias", " ".join(map(str, dictionary.bias))))
    yield from (f"{name}\t{getattr(dictionary, name)}" for name in _SETTINGS[2:])
    for kind, table in zip(_KINDS, dictionary.tables, strict=True):
        for feature, (rarity, weights) in sorted(table.features()):
            yield f"{kind}\t{feature}\t{rarity}\t{' '.join(map(str, weights))}"
