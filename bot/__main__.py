"""The command line: `python -m bot`, also installed as `huiyin`.

Each verb imports what it needs when it is called, so that `--help` answers at once.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot import logs
from bot.policy import verbs as policy
from bot.reading import verbs as reading
from bot.rules.errors import Problem
from bot.words import verbs as words

if TYPE_CHECKING:
    from bot.settings import Settings

cli = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog="Settings are HUIYIN_ variables of the environment: docs/settings.md describes each.",
    help="Huiyin 回音: a county's appeal system, run by chat. 事事有回音,件件有落实。",
)

roster = typer.Typer(no_args_is_help=True, help="The county's officials, grids and households, from files.")
cli.add_typer(roster, name="roster")

officials = typer.Typer(no_args_is_help=True, help="Who acts as an official, from which phone.")
cli.add_typer(officials, name="officials")

meetings = typer.Typer(no_args_is_help=True, help="Study meetings (研判会) on paper.")
cli.add_typer(meetings, name="meetings")

RosterPath = Annotated[
    Path,
    typer.Argument(
        metavar="PATH",
        help="A folder with grids.csv, officials.csv, households.csv and units.csv, or an .xlsx with such sheets.",
    ),
]
Everything = Annotated[bool, typer.Option("--all", help="Show every line, not the first twenty of each kind.")]


@cli.command(epilog="Example: huiyin demo")
def demo(
    browser: Annotated[bool, typer.Option(help="Open the phones in this machine's browser.")] = True,
) -> None:
    """Show everything on this machine: the chat server, the service, and phones in your browser."""
    from bot import app

    app.demo(_settings("demo"), browser=browser)


@cli.command(epilog="Example: HUIYIN_BOT_TOKEN=123456:AbC… huiyin run")
def run() -> None:
    """Run the service: take messages in, answer them, serve the pages. Ctrl-C ends it cleanly."""
    from bot import app

    app.run(_settings("run"))


@cli.command(epilog="Example: HUIYIN_CHAT_PORT=8081 huiyin chatserver")
def chatserver() -> None:
    """Run the county's own chat server, alone, on its own port."""
    from bot import app

    app.chatserver(_settings("chatserver"))


@cli.command(epilog="Example: HUIYIN_DATABASE_URL=postgresql://huiyin@db/huiyin huiyin migrate")
def migrate() -> None:
    """Bring the database's tables to the form this version needs, and say what was done."""
    from bot import app

    app.migrate(_settings("migrate"))


@cli.command(epilog="Example: huiyin doctor")
def doctor() -> None:
    """Look at settings, database, Bot API and port, and say what is wrong and what to do."""
    from bot import app

    app.doctor(_settings("doctor"))


@cli.command(epilog="Example: huiyin outbox --most 50")
def outbox(
    most: Annotated[int, typer.Option(min=1, help="How many letters and updates of each kind are named.")] = 20,
) -> None:
    """Show what waits to be sent, what was given up, and which updates were laid aside: ids and causes, no words."""
    from bot import app

    app.show_outbox(_settings("outbox"), most)


@cli.command(epilog="Example: huiyin hot --most 50")
def hot(
    most: Annotated[int, typer.Option(min=1, help="How many matters are shown.")] = 20,
) -> None:
    """Show which matters several households of the county tell of, and how fast they grow: public appeals alone."""
    from bot import app

    app.show_hot(_settings("hot"), most)


@cli.command(epilog="Example: huiyin replay 81204731")
def replay(
    update_ids: Annotated[list[int] | None, typer.Argument(metavar="UPDATE_ID", help="Default: all.")] = None,
) -> None:
    """Have updates that were laid aside handled once more, in their chats' order."""
    from bot import app

    app.replay(_settings("replay"), update_ids or [])


@cli.command(epilog="Example: huiyin group < messages.jsonl > groups.jsonl")
def group() -> None:
    """Group messages that tell of the same matter, and say which keywords and places agreed.

    One JSON object a line is read: id, text (or title and detail) and, where known, household and village. Messages
    of different villages are never put together. Groups are a reason to ask; nothing is merged.
    """
    from bot import app

    app.group_messages()


@cli.command(epilog="Example: huiyin redact < messages.jsonl > redacted.jsonl")
def redact() -> None:
    """Hide what leads to a person: texts from stdin, one a line, plain or as JSON {"text": …}.

    Prints for each line, in order, {"redacted": …, "spans": [{"start", "end", "kind"}]}; offsets are characters of the
    text as it was given. A line that is no such JSON gets no answer but a sentence with its number on standard error;
    the others are answered, and the exit status is 1.
    """
    from bot import app

    app.redact()


@cli.command(epilog="Example: huiyin simulate --scale 0.01")
def simulate(
    scale: Annotated[float, typer.Option(min=0.0005, max=1.0, help="Part of the county; 1: 10,180 cadres.")] = 0.01,
    seed: Annotated[int, typer.Option(help="The same number gives the same people and days.")] = 2013,
    processes: Annotated[int | None, typer.Option(min=1, help="Side by side; as many as cores, if not said.")] = None,
) -> None:
    """Live through four months of a synthetic county and show who solved how much, beside the report of 2013.

    It uses the policy in force and databases of its own, which are gone afterwards. However many processes share the
    work, the table is the same. The whole county takes about half an hour on two cores.
    """
    from bot import app

    app.simulate(_settings("simulate"), scale, seed, processes)


@roster.command("check", epilog="Example: huiyin roster check county/")
def check_roster(path: RosterPath, everything: Everything = False) -> None:
    """List every fault of a roster, by file and row; change nothing."""
    from bot import app

    app.check_roster(_settings("roster-check"), path, everything=everything)


@roster.command("import", epilog="Example: huiyin roster import county.xlsx")
def import_roster(path: RosterPath, everything: Everything = False) -> None:
    """Take a roster in, whole or, where it has a fault, not at all; say what it changed.

    Importing changed files again updates what is kept: links between cadre and household keep their history, an
    official whom the files name no longer has left, and nothing else is removed.
    """
    from bot import app

    app.import_roster(_settings("roster-import"), path, everything=everything)


@roster.command("sample", epilog="Example: huiyin roster sample county/")
def write_sample_roster(folder: Annotated[Path, typer.Argument(metavar="DIR")]) -> None:
    """Write the four files of an invented village, to begin from."""
    from bot import app

    app.write_sample_roster(folder)


@cli.command(epilog="Example: huiyin cards 磨石沟 -o cards.pdf")
def cards(
    grid: Annotated[str, typer.Argument(metavar="VILLAGE", help="Its code or name, as in grids.csv.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The PDF to write.")],
    only: Annotated[str | None, typer.Option(help="Only one kind: plate, slip or official.")] = None,
    whose: Annotated[list[str] | None, typer.Option("--for", help="A household's code or official's number.")] = None,
    replace: Annotated[bool, typer.Option(help="End the earlier cards of these households.")] = False,
) -> None:
    """Print contact cards for cutting: for each household a door plate and an invitation slip.

    A slip names the household and links whoever scans it first, within days; a plate hangs on the door for years
    and only asks. `--only official` prints the cards by which leads and cadres link their own phones, also for a
    township or the county. The PDF holds the only copy of its links: whoever has it can use them.
    """
    from bot import app
    from bot.rules.cards import CardOrder, read_kind

    order = CardOrder(grid, output, read_kind(only), tuple(whose or ()), replace)
    app.print_cards(_settings("cards"), order)


@officials.command("waiting", epilog="Example: huiyin officials waiting")
def show_waiting_officials() -> None:
    """List the phones that scanned an official's card and wait to be confirmed."""
    from bot import app

    app.show_waiting_officials(_settings("officials-waiting"))


@officials.command("confirm", epilog="Example: huiyin officials confirm 0001")
def confirm_official(
    no: Annotated[str, typer.Argument(metavar="NO", help="The official's number, as in officials.csv.")],
    request: Annotated[int | None, typer.Option(help="Which phone, where several ask.")] = None,
) -> None:
    """Confirm that it was this official who scanned the card: make sure by phone first.

    Meant for the very first one, a lead of the county's grid; that person then confirms the others in the chat.
    """
    from bot import app

    app.confirm_official(_settings("officials-confirm"), no, request)


To = Annotated[str | None, typer.Option(metavar="NO", help="The new cadre; without it the village leads have them.")]
Apply = Annotated[bool, typer.Option("--apply", help="Do it, after showing it.")]


@officials.command("hand-over", epilog="Example: huiyin officials hand-over 0007 --to 0012 --village 磨石沟 --apply")
def hand_over_households(
    no: Annotated[str, typer.Argument(metavar="NO", help="The cadre's number, as in officials.csv.")],
    to: To = None,
    village: Annotated[str | None, typer.Option(help="Only the households of this village: its code or name.")] = None,
    apply: Apply = False,
) -> None:
    """Show what would change if a cadre's households went to another one. Nothing is changed without --apply.

    Then links keep their history, open appeals follow with the dates that were promised, and households, both cadres
    and the village leads are told. An appeal that the new cadre is barred from goes to whom the rules name next.
    """
    from bot import app
    from bot.handing_over import Order

    app.hand_over(_settings("officials-hand-over"), Order(no, to, village), apply=apply)


@officials.command("leave", epilog="Example: huiyin officials leave 0007 --to 0012 --apply")
def let_official_leave(
    no: Annotated[str, typer.Argument(metavar="NO", help="The official's number, as in officials.csv.")],
    to: To = None,
    apply: Apply = False,
) -> None:
    """Show what would change if an official left office. Nothing is changed without --apply.

    Then households go to the one named, whatever the official holds passes on, and posts as lead, phones, cards and
    deputies end. Take the official out of officials.csv, too, or the next import brings them back.
    """
    from bot import app
    from bot.handing_over import Order

    app.hand_over(_settings("officials-leave"), Order(no, to, leaves=True), apply=apply)


@meetings.command("minutes", epilog="Example: huiyin meetings minutes 12 -o minutes.docx")
def write_minutes(
    meeting: Annotated[int, typer.Argument(metavar="ID", help="The meeting's number, as in its minutes' letter.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The .docx or .pdf to write.")],
) -> None:
    """Write a study meeting's minutes as a Word document or PDF, readable by its owner only.

    Of appeals that are not public it has number, category and deadline, never words.
    """
    from bot import app

    app.write_minutes(_settings("meetings-minutes"), meeting, output)


@cli.command("forwarded", epilog="Example: huiyin forwarded 磨石沟-127 -o letter.docx")
def show_forwarded(
    number: Annotated[str | None, typer.Argument(metavar="NUMBER", help="One appeal, as on its card.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The .docx or .pdf to write about it.")] = None,
) -> None:
    """List what waits for a higher authority's answer, or write the letter about one appeal.

    The letter holds the household's words and is readable by its owner only.
    """
    from bot import app

    if (number is None) != (output is None):
        raise typer.BadParameter("A number and -o belong together.")
    app.show_forwarded(_settings("forwarded"), number, output)


def _settings(verb: str) -> "Settings":
    from bot import app

    return app.prepare(os.environ, verb)


reading.add_to(cli)
policy.add_to(cli, _settings)
words.add_to(cli, _settings)


def main() -> None:
    """Run the command line; every error becomes a sentence and an exit status of 1, or 2 for bad settings."""
    try:
        cli()
    except Problem as problem:
        _say(str(problem))
        sys.exit(problem.exit_status)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 the last resort: whatever it is, the reader gets a sentence
        kept = logs.keep_crash(error)
        _say(f"Huiyin stopped over an error it does not know. What happened is written in {kept}.")
        sys.exit(1)


def _say(sentence: str) -> None:
    Console(stderr=True, highlight=False, markup=False, soft_wrap=True).print(logs.redact(sentence))


if __name__ == "__main__":
    main()
