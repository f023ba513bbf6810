"""The verbs of `huiyin words`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.words.arguments import Names

words = typer.Typer(no_args_is_help=True, help="The words by which appeals are laid to categories: try, keep, undo.")

_Category = Annotated[str, typer.Argument(metavar="CATEGORY", help="Its code or name: roads, or 道路交通.")]
_Changes = Annotated[
    list[str],
    typer.Argument(
        metavar="WORD=WEIGHT...", help="A weight of 0 to 10; 0 takes the word away. A phrase has gaps: 桥…塌=6"
    ),
]
_Last = Annotated[int, typer.Option(min=1, metavar="N", help="How many of the newest appeals are read.")]


def add_to(cli: typer.Typer, settings: Callable[[str], "Settings"]) -> None:
    """`settings` reads them for the verb of that name. Raises SettingsError."""
    cli.add_typer(words, name="words", context_settings={"obj": settings})


@words.command(epilog="Example: huiyin words show roads --most 20")
def show(
    context: typer.Context,
    category: _Category,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="How many of each kind.")] = 50,
) -> None:
    """Show a category's words and what they weigh: written by hand, the county's own, and learnt."""
    url, names = _county(context)
    from bot.words import showing

    showing.show(url, names, category, most)


@words.command("try", epilog="Example: huiyin words try water 塘坝=4 --last 500")
def try_(context: typer.Context, category: _Category, changes: _Changes, last: _Last = 2000) -> None:
    """Read past appeals before and after a change, and say which would go where. Nothing is changed.

    Only counts, categories and numbers are shown, never what people wrote.
    """
    url, names = _county(context)
    from bot.words import trying

    trying.try_words(url, names, category, changes, last)


@words.command(epilog='Example: huiyin words keep water 塘坝=4 水渠=6 --note "said for ponds in the hills"')
def keep(
    context: typer.Context,
    category: _Category,
    changes: _Changes,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why, for whoever reads the history.")],
) -> None:
    """Keep a change as a new version. A service that runs reads by it within ten seconds."""
    url, names = _county(context)
    from bot.words import keeping

    keeping.keep(url, names, category, changes, note)


@words.command(epilog="Example: huiyin words history")
def history(context: typer.Context) -> None:
    """Show every version: when, why, and which words weigh what since."""
    from bot.words import keeping

    keeping.show_history(_url(context))


@words.command("roll-back", epilog="Example: huiyin words roll-back 2")
def roll_back(
    context: typer.Context,
    version: Annotated[int, typer.Argument(metavar="VERSION", help="As the history numbers them; 0: as delivered.")],
) -> None:
    """Make the words as they were in an earlier version. That is a new version too: nothing is forgotten."""
    from bot.words import keeping

    keeping.roll_back(_url(context), version)


@words.command(epilog="Example: huiyin words unknown --most 20")
def unknown(
    context: typer.Context,
    last: _Last = 2000,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="How many words.")] = 50,
) -> None:
    """List words that five households or more used in public appeals, and that tell nothing yet."""
    url, _ = _county(context)
    from bot.words.unknown import show_unknown

    show_unknown(url, last, most)


@words.command(epilog="Example: huiyin words examples -o corrected.csv")
def examples(
    context: typer.Context,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE.csv", help="The file to write.")],
) -> None:
    """Write what villagers and cadres corrected as labelled messages, redacted, for huiyin train."""
    from bot.words.examples import write_examples

    write_examples(_url(context), output)


def _url(context: typer.Context) -> str:
    settings: Settings = context.obj(f"words-{context.info_name}")
    return settings.database_url.get_secret_value()


def _county(context: typer.Context) -> tuple[str, "Names"]:
    """Its database, and its categories. Raises Problem."""
    from bot.words.arguments import category_names

    settings: Settings = context.obj(f"words-{context.info_name}")
    return settings.database_url.get_secret_value(), category_names(settings.policy)
