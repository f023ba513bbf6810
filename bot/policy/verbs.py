"""The verbs of `huiyin policy`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

policy = typer.Typer(no_args_is_help=True, help="The numbers of the work: check them, show them, apply them anew.")


def add_to(cli: typer.Typer, settings: Callable[[str], "Settings"]) -> None:
    """`settings` reads them for the verb of that name. Raises SettingsError."""
    cli.add_typer(policy, name="policy", context_settings={"obj": settings})


@policy.command(epilog="Example: huiyin policy check county.toml")
def check(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="Default: HUIYIN_POLICY, else the built-in policy.")
    ] = None,
) -> None:
    """Name every fault of a policy file with its line and what is accepted, or say that it is good and what it changes.

    The exit status is 2 where it has a fault; the service would not start with it.
    """
    settings = _settings(context)
    from bot.policy import showing

    showing.check(file or settings.policy)


@policy.command(epilog="Example: huiyin policy show > policy.toml")
def show(context: typer.Context) -> None:
    """Show the policy in force, key by key, each number in words; what the county changed is marked."""
    settings = _settings(context)
    from bot.policy import showing

    showing.show(settings.policy)


@policy.command(epilog="Example: huiyin policy recompute, and then: huiyin policy recompute --apply")
def recompute(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Show every appeal, not the first twenty.")] = False,
    apply: Annotated[bool, typer.Option("--apply", help="Move them, after showing them.")] = False,
) -> None:
    """Show which open appeals would be due at another time by the present policy. Nothing is changed.

    A changed policy holds for what is filed or climbs from then on; what was promised stays, unless --apply moves it.
    Then whoever holds such an appeal sees it on the card, and its author is told the new day.
    """
    settings = _settings(context)
    from bot.official_calendar import read_rules
    from bot.policy import recomputing

    rules = read_rules(settings.policy)
    recomputing.recompute(settings.database_url.get_secret_value(), *rules, everything=everything, apply=apply)


def _settings(context: typer.Context) -> "Settings":
    settings: Settings = context.obj(f"policy-{context.info_name}")
    return settings
