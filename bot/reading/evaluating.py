"""`huiyin evaluate`: how often a dictionary is right about labelled messages."""

import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.reading.judging import Figures, figures_of, macro_f1
from bot.reading.opening import open_dictionary
from bot.reading.rows import Labelled, read_labelled
from bot.rules.errors import Problem
from nlp.dictionary import Dictionary, Guess

_WORST = 20


@dataclass(frozen=True)
class Judged:
    row: Labelled
    guess: Guess
    took: float  # milliseconds of work

    @property
    def is_right(self) -> bool:
        return self.guess.category in (self.row.label, self.row.second)

    @property
    def answer(self) -> tuple[str, str]:
        """A second label that was guessed counts as the right one."""
        return (self.guess.category if self.is_right else self.row.label, self.guess.category)


def evaluate(dictionary: Path, file: Path, *, show: bool) -> None:
    """Raises Problem."""
    opened, rows = open_dictionary(dictionary), read_labelled(file)
    unknown = sorted({row.label for row in rows} - set(opened.labels))
    if len(unknown) == len({row.label for row in rows}):
        raise Problem(f"The dictionary knows none of the labels of {file}. It knows {', '.join(opened.labels)}.")
    opened.guess("", "热身")
    judged = [_judge(opened, row) for row in rows]
    console = Console(highlight=False, soft_wrap=True)
    if unknown:
        console.print(f"Labels that the dictionary does not know, all wrong: {', '.join(unknown)}", markup=False)
    _print(console, judged, show=show)


def _judge(dictionary: Dictionary, row: Labelled) -> Judged:
    since = time.thread_time()
    guess = dictionary.guess(row.title, row.detail)
    return Judged(row, guess, (time.thread_time() - since) * 1000)


def _print(console: Console, judged: list[Judged], *, show: bool) -> None:
    figures = figures_of(one.answer for one in judged)
    sure = [one for one in judged if not one.guess.abstain]
    took = sorted(one.took for one in judged)
    console.print(f"macro-F1 {macro_f1(figures):.4f}")
    console.print(f"right    {_share(judged)}")
    console.print(f"abstains {len(judged) - len(sure)} of {len(judged)}; of the others right: {_share(sure)}")
    console.print(f"work a message: median {took[len(took) // 2]:.2f} ms, p95 {took[int(len(took) * 0.95)]:.2f} ms")
    console.print(_figures(figures))
    console.print(_confusion(judged, [one.label for one in figures]))
    _print_worst(console, judged, show=show)


def _share(judged: list[Judged]) -> str:
    right = sum(one.is_right for one in judged)
    return f"{right / len(judged):.4f} ({right} of {len(judged)})" if judged else "none"


def _figures(figures: list[Figures]) -> Table:
    table = Table("label", "messages", "precision", "recall", "F1", title="By label", title_justify="left")
    for one in figures:
        numbers = (f"{number:.3f}" for number in (one.precision, one.recall, one.f1))
        table.add_row(one.label, str(one.messages), *numbers)
    return table


def _confusion(judged: list[Judged], labels: list[str]) -> Table:
    """Columns are numbered as the rows are: twenty names side by side fit on no screen."""
    times = Counter(one.answer for one in judged)
    said = labels + sorted({given for _, given in times} - set(labels))
    table = Table(title="Right label (row), said (column)", title_justify="left")
    for heading in ("", "label", *map(str, range(1, len(said) + 1))):
        table.add_column(heading, no_wrap=True)
    for number, label in enumerate(said, start=1):
        table.add_row(str(number), label, *(str(times[label, given] or "·") for given in said))
    return table


def _print_worst(console: Console, judged: list[Judged], *, show: bool) -> None:
    wrong = sorted((one for one in judged if not one.is_right), key=lambda one: -one.guess.confidence)
    if wrong:
        console.print(f"The surest of {len(wrong)} errors, by row" + ("" if show else " (--show adds the texts)") + ":")
    for one in wrong[:_WORST]:
        words = f" {one.row.title} {one.row.detail}" if show else ""
        said = f"{one.row.label}, said {one.guess.category} {one.guess.confidence:.2f}"
        console.print(f"  row {one.row.number}: {said}{words}", markup=False)
