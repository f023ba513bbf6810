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
from bot.documents import verbs as documents
from bot.officials import verbs as officials
from bot.policy import verbs as policy
from bot.reading import verbs as reading
from bot.roster import verbs as roster
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


def _settings(verb: str) -> "Settings":
    from bot import app

    return app.prepare(os.environ, verb)


reading.add_to(cli)
for verbs in (roster, officials, documents, policy, words):
    verbs.add_to(cli, _settings)


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
