"""The verbs of `huiyin officials`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.officials.handing_over import Order
    from bot.settings import Settings

officials = typer.Typer(no_args_is_help=True, help="Who acts as an official, from which phone.")

_No = Annotated[str, typer.Argument(metavar="NO", help="The official's number, as in officials.csv.")]
_To = Annotated[str | None, typer.Option(metavar="NO", help="The new cadre; without it the village leads have them.")]
_Apply = Annotated[bool, typer.Option("--apply", help="Do it, after showing it.")]


def add_to(cli: typer.Typer, settings: Callable[[str], "Settings"]) -> None:
    """`settings` reads them for the verb of that name. Raises SettingsError."""
    cli.add_typer(officials, name="officials", context_settings={"obj": settings})


@officials.command(epilog="Example: huiyin officials waiting")
def waiting(context: typer.Context) -> None:
    """List the phones that scanned an official's card and wait to be confirmed."""
    settings = _settings(context)
    from bot.officials import confirming

    confirming.show_waiting(settings.database_url.get_secret_value())


@officials.command(epilog="Example: huiyin officials confirm 0001")
def confirm(
    context: typer.Context,
    no: _No,
    request: Annotated[int | None, typer.Option(help="Which phone, where several ask.")] = None,
) -> None:
    """Confirm that it was this official who scanned the card: make sure by phone first.

    Meant for the very first one, a lead of the county's grid; that person then confirms the others in the chat.
    """
    settings = _settings(context)
    from bot.official_calendar import read_rules
    from bot.officials import confirming
    from bot.usecases.confirm_official import Confirmation

    rules = read_rules(settings.policy)
    confirming.confirm(settings.database_url.get_secret_value(), Confirmation(no, request), *rules)


@officials.command("hand-over", epilog="Example: huiyin officials hand-over 0007 --to 0012 --village 磨石沟 --apply")
def hand_over(
    context: typer.Context,
    no: _No,
    to: _To = None,
    village: Annotated[str | None, typer.Option(help="Only the households of this village: its code or name.")] = None,
    apply: _Apply = False,
) -> None:
    """Show what would change if a cadre's households went to another one. Nothing is changed without --apply.

    Then links keep their history, open appeals follow with the dates that were promised, and households, both cadres
    and the village leads are told. An appeal that the new cadre is barred from goes to whom the rules name next.
    """
    settings = _settings(context)
    from bot.officials.handing_over import Order

    _carry_out(settings, Order(no, to, village), apply=apply)


@officials.command(epilog="Example: huiyin officials leave 0007 --to 0012 --apply")
def leave(context: typer.Context, no: _No, to: _To = None, apply: _Apply = False) -> None:
    """Show what would change if an official left office. Nothing is changed without --apply.

    Then households go to the one named, whatever the official holds passes on, and posts as lead, phones, cards and
    deputies end. Take the official out of officials.csv, too, or the next import brings them back.
    """
    settings = _settings(context)
    from bot.officials.handing_over import Order

    _carry_out(settings, Order(no, to, leaves=True), apply=apply)


def _carry_out(settings: "Settings", order: "Order", *, apply: bool) -> None:
    from bot.official_calendar import read_rules
    from bot.officials.handing_over import carry_out

    carry_out(settings.database_url.get_secret_value(), order, *read_rules(settings.policy), apply=apply)


def _settings(context: typer.Context) -> "Settings":
    settings: Settings = context.obj(f"officials-{context.info_name}")
    return settings
