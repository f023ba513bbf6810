"""`huiyin outbox` and `huiyin replay`: what waits, what was laid aside and why, and a second try."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from rich.console import Console

from bot.clock import utc_now
from bot.rules.calendar import SHANGHAI
from bot.rules.errors import Problem
from storage.engine import Database, Session
from storage.migrate import upgrade
from storage.parked import (
    LetterCause,
    ParkedUpdate,
    UnsentText,
    count_letters,
    list_parked,
    list_unsent,
    list_unsent_texts,
    record_replayed,
)


def show(url: str, most: int) -> None:
    """Ids and causes, never what people wrote. Raises DatabaseDown."""

    async def read(session: Session) -> None:
        counts = await count_letters(session, utc_now())
        console.print(", ".join(f"{count} {name}" for name, count in counts.items()) or "No letter was ever written.")
        _letters(console, await list_unsent(session, most))
        _texts(console, await list_unsent_texts(session, most))
        _updates(console, await list_parked(session, most))

    console = Console(highlight=False, markup=False, soft_wrap=True)
    upgrade(url)
    asyncio.run(_in_database(url, read))


def replay(url: str, update_ids: Sequence[int]) -> None:
    """Raises Problem where one of the ids is not laid aside; then nothing is replayed."""

    async def write(session: Session) -> None:
        replayed = await record_replayed(session, update_ids, utc_now())
        missing = sorted(set(update_ids) - set(replayed))
        if missing:
            raise Problem(
                f"No update {', '.join(map(str, missing))} is laid aside, and nothing was replayed. "
                "`huiyin outbox` shows those that are."
            )
        Console(highlight=False, markup=False, soft_wrap=True).print(f"{len(replayed)} updates are handled again.")

    upgrade(url)
    asyncio.run(_in_database(url, write))


async def _in_database(url: str, work: Callable[[Session], Awaitable[None]]) -> None:
    database = Database(url)
    try:
        async with database.write() as session:
            await work(session)
    finally:
        await database.close()


def _letters(console: Console, letters: Sequence[LetterCause]) -> None:
    """A line each, however narrow the terminal: they are searched more often than read."""
    for letter in letters:
        about = "" if letter.appeal_id is None else f" of appeal {letter.appeal_id}"
        console.print(
            f"letter {letter.id}: {letter.kind} {letter.wording}{about}, {letter.state}, "
            f"{letter.attempts} attempts, due {_moment(letter.not_before)}{_cause(letter.error)}"
        )


def _texts(console: Console, texts: Sequence[UnsentText]) -> None:
    for text in texts:
        console.print(
            f"text message {text.id}: of appeal {text.appeal_id}, {text.state}, {text.attempts} attempts, "
            f"due {_moment(text.not_before)}{_cause(text.error)}"
        )


def _updates(console: Console, updates: Sequence[ParkedUpdate]) -> None:
    for update in updates:
        console.print(
            f"update {update.update_id}: {update.kind}, laid aside after {update.attempts} attempts, "
            f"came {_moment(update.received_at)}{_cause(update.error)}"
        )


def _cause(error: str | None) -> str:
    return f": {error}" if error else ""


def _moment(moment: datetime) -> str:
    return moment.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
