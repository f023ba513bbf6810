"""The verbs `train`, `evaluate` and `classify` of the command line. They need no setting and no part of the service."""

from pathlib import Path
from typing import Annotated

import typer

_Labelled = Annotated[
    Path,
    typer.Argument(
        metavar="FILE.csv",
        help="Columns title and detail, or text; and label (or category). UTF-8 or GB18030.",
    ),
]


def add_to(cli: typer.Typer) -> None:
    cli.command(epilog="Example: huiyin train labelled.csv -o words.tsv")(train)
    cli.command(epilog="Example: huiyin evaluate words.tsv labelled.csv")(evaluate)
    cli.command(epilog="Example: echo 村东头的路灯坏了 | huiyin classify")(classify)


def train(
    file: _Labelled,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DICT", help="The dictionary to write.")],
) -> None:
    """Learn words from labelled messages, whatever the labels, and write them to a dictionary, a text file.

    Takes some minutes for thousands of messages. The same file always gives the same dictionary. A word is learnt if
    five messages have it; digits and names are not. Needs: pip install 'huiyin[train]'.
    """
    from bot.reading.training import train_from

    train_from(file, output)


def evaluate(
    dictionary: Annotated[Path, typer.Argument(metavar="DICT", help="A dictionary that huiyin train wrote.")],
    file: _Labelled,
    show: Annotated[bool, typer.Option("--show", help="Show the texts of the worst errors.")] = False,
) -> None:
    """Show how often a dictionary is right: macro-F1, each label, confusions, worst errors by row, time a message.

    A label in a column 'second' counts as right too. Give messages that the dictionary was not made from.
    """
    from bot.reading import evaluating

    evaluating.evaluate(dictionary, file, show=show)


def classify(
    dictionary: Annotated[
        Path | None,
        typer.Option(metavar="DICT", help="One that huiyin train wrote. Default: the county's 20 categories."),
    ] = None,
    cadre: Annotated[
        str, typer.Option(metavar="NAME", help="The own contact cadre's full name, so that 老孙 is known as him.")
    ] = "",
) -> None:
    """Read messages from standard input, one a line; for each, in order, write what it says, as a line of JSON.

    A line is the message itself, or JSON: {"text": …}, or {"title": …, "detail": …}. The answer has "category",
    "confidence" (0 to 1), "second", "words" (that decided), "danger" and "private" (a kind or null), "about_cadre" and
    "is_appeal" ("yes", "no", "unsure"), and "abstain": too unsure to be relied on.

    A line that is blank or no such JSON gets no answer but a sentence with its number on standard error; the others
    are answered, and the exit status is 1.
    """
    from bot.reading import classifying

    classifying.classify(dictionary, cadre)
