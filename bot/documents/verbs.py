"""`huiyin meetings minutes` and `huiyin forwarded`: papers in files."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

meetings = typer.Typer(no_args_is_help=True, help="Study meetings (研判会) on paper.")


def add_to(cli: typer.Typer, settings: Callable[[str], "Settings"]) -> None:
    """`settings` reads them for the verb of that name. Raises SettingsError."""
    cli.add_typer(meetings, name="meetings", context_settings={"obj": settings})
    cli.command(context_settings={"obj": settings}, epilog="Example: huiyin forwarded 磨石沟-127 -o letter.docx")(
        forwarded
    )


@meetings.command(epilog="Example: huiyin meetings minutes 12 -o minutes.docx")
def minutes(
    context: typer.Context,
    meeting: Annotated[int, typer.Argument(metavar="ID", help="The meeting's number, as in its minutes' letter.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The .docx or .pdf to write.")],
) -> None:
    """Write a study meeting's minutes as a Word document or PDF, readable by its owner only.

    Of appeals that are not public it has number, category and deadline, never words.
    """
    settings: Settings = context.obj("meetings-minutes")
    from bot.documents import command
    from bot.policy import read_policy

    command.print_minutes(settings.database_url.get_secret_value(), read_policy(settings.policy), meeting, output)


def forwarded(
    context: typer.Context,
    number: Annotated[str | None, typer.Argument(metavar="NUMBER", help="One appeal, as on its card.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The .docx or .pdf to write about it.")] = None,
) -> None:
    """List what waits for a higher authority's answer, or write the letter about one appeal.

    The letter holds the household's words and is readable by its owner only.
    """
    settings: Settings = context.obj("forwarded")
    from bot.documents import command
    from bot.policy import read_policy

    url = settings.database_url.get_secret_value()
    if number is not None and output is not None:
        command.print_forwarding(url, read_policy(settings.policy), number, output)
    elif number is None and output is None:
        command.show_forwarded(url)
    else:
        raise typer.BadParameter("A number and -o belong together.")
