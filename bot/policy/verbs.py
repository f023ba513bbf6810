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


def _settings(context: typer.Context) -> "Settings":
    settings: Settings = context.obj(f"policy-{context.info_name}")
    return settings
