"""`huiyin meetings minutes` and `huiyin forwarded`: papers in files, and what waits for a higher authority."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from bot.documents.forwarding import sheet_of_forwarding
from bot.documents.minutes import sheet_of_minutes
from bot.documents.pdf import write_pdf
from bot.documents.sheet import Sheet
from bot.documents.word import write_docx
from bot.private_file import write_private
from bot.rules.calendar import day_of
from bot.rules.errors import Problem
from bot.rules.terms import Policy
from bot.usecases.find_forwarding import find_forwarding_by_number, list_forwarded
from bot.usecases.find_minutes import find_minutes
from storage.engine import Session, in_one_session
from storage.migrate import upgrade

_Found = TypeVar("_Found")
_WRITERS: dict[str, Callable[[Sheet], bytes]] = {".docx": write_docx, ".pdf": write_pdf}


def print_minutes(url: str, policy: Policy, meeting_id: int, output: Path) -> None:
    """Raises Problem; then no file was written."""
    _check(output)
    minutes = _find(url, lambda session: find_minutes(session, policy, meeting_id))
    if minutes is None:
        raise Problem(f"There is no study meeting {meeting_id}. Its number stands in the letter with its minutes.")
    _write(output, sheet_of_minutes(minutes))
    _say(f"{len(minutes.rows)} items are in {output}.")


def print_forwarding(url: str, policy: Policy, number: str, output: Path) -> None:
    """The letter about one appeal, a private one too. Raises Problem; then no file was written."""
    _check(output)
    forwarding = _find(url, lambda session: find_forwarding_by_number(session, policy, number))
    if forwarding is None:
        raise Problem(f"No appeal {number} was forwarded up. Its number is that of its card, such as 磨石沟-127.")
    _write(output, sheet_of_forwarding(forwarding))
    _say(f"The letter about {forwarding.number} is in {output}.")


def show_forwarded(url: str) -> None:
    """A row for each that waits for the higher authority's answer. Raises DatabaseDown."""
    rows = _find(url, list_forwarded)
    if not rows:
        _say("Nothing waits for a higher authority.")
        return
    table = Table("appeal", "authority", "since", "ask again")
    for row in rows:
        table.add_row(row.number, row.authority, *(day_of(moment).isoformat() for moment in (row.since, row.due_at)))
    Console(highlight=False, markup=False).print(table)


def _check(output: Path) -> None:
    if output.suffix.lower() not in _WRITERS:
        raise Problem(f"{output} names no kind of paper that is written here. Let it end in {' or '.join(_WRITERS)}.")


def _write(output: Path, sheet: Sheet) -> None:
    write_private(output, _WRITERS[output.suffix.lower()](sheet))


def _find(url: str, find: Callable[[Session], Awaitable[_Found]]) -> _Found:
    upgrade(url)
    return asyncio.run(in_one_session(url, find))


def _say(sentence: str) -> None:
    Console(highlight=False, markup=False, soft_wrap=True).print(sentence)
