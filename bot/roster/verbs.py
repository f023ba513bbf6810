"""The verbs of `huiyin roster`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

roster = typer.Typer(no_args_is_help=True, help="The county's officials, grids and households, from files.")

_RosterPath = Annotated[
    Path,
    typer.Argument(
        metavar="PATH",
        help="A folder with grids.csv, officials.csv, households.csv and units.csv, or an .xlsx with such sheets.",
    ),
]
_Everything = Annotated[bool, typer.Option("--all", help="Show every line, not the first twenty of each kind.")]


def add_to(cli: typer.Typer, settings: Callable[[str], "Settings"]) -> None:
    """`settings` reads them for the verb of that name. Raises SettingsError."""
    cli.add_typer(roster, name="roster", context_settings={"obj": settings})


@roster.command(epilog="Example: huiyin roster check county/")
def check(context: typer.Context, path: _RosterPath, everything: _Everything = False) -> None:
    """List every fault of a roster, by file and row; change nothing."""
    settings = _settings(context)
    from bot.policy import read_policy
    from bot.roster import command

    command.check(path, read_policy(settings.policy).cadres.most_households, everything=everything)


@roster.command("import", epilog="Example: huiyin roster import county.xlsx")
def take_in(context: typer.Context, path: _RosterPath, everything: _Everything = False) -> None:
    """Take a roster in, whole or, where it has a fault, not at all; say what it changed.

    Importing changed files again updates what is kept: links between cadre and household keep their history, an
    official whom the files name no longer has left, and nothing else is removed.
    """
    settings = _settings(context)
    from bot.official_calendar import read_rules
    from bot.roster import command

    command.take_in(settings.database_url.get_secret_value(), path, *read_rules(settings.policy), everything=everything)


@roster.command(epilog="Example: huiyin roster sample county/")
def sample(folder: Annotated[Path, typer.Argument(metavar="DIR")]) -> None:
    """Write the four files of an invented village, to begin from."""
    from bot.roster import command

    command.write_sample(folder)


def _settings(context: typer.Context) -> "Settings":
    settings: Settings = context.obj(f"roster-{context.info_name}")
    return settings
