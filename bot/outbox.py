"""`huiyin outbox` and `huiyin replay`: what waits, what was laid aside and why, and a second try."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from rich.console import Console

from bot.clock import utc_now
from bot.rules.calendar import SHANGHAI
from bot.rules.errors import Problem
from storage.engine import Session, in_one_session
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
        unsent, texts = await list_unsent(session, most + 1), await list_unsent_texts(session, most + 1)
        parked = await list_parked(session, most + 1)
        _letters(console, unsent[:most])
        _texts(console, texts[:most])
        _updates(console, parked[:most])
        if most < max(len(unsent), len(texts), len(parked)):
            console.print(f"There are more; --most {most * 10} shows more of them.")

    console = Console(highlight=False, markup=False, soft_wrap=True)
    upgrade(url)
    asyncio.run(in_one_session(url, read))


def replay(url: str, update_ids: Sequence[int]) -> None:
    """Raises Problem where one of the ids is not laid aside; then nothing is replayed."""

    async def write(session: Session) -> None:
        replayed = await record_replayed(session, update_ids, utc_now())
        missing = sorted(set(update_ids) - set(replayed))
        if missing:
            raise Problem(
                f"Not laid aside: {', '.join(map(str, missing))}. Nothing was replayed. "
                "`huiyin outbox` shows those that are."
            )
        Console(highlight=False, markup=False, soft_wrap=True).print(
            f"To be handled again: {', '.join(map(str, replayed))}." if replayed else "No update is laid aside."
        )

    upgrade(url)
    asyncio.run(in_one_session(url, write))


def _letters(console: Console, letters: Sequence[LetterCause]) -> None:
    """A line each, however narrow the terminal: they are searched more often than read."""
    for letter in letters:
        about = "" if letter.appeal_id is None else f" of appeal {letter.appeal_id}"
        console.print(
            f"letter {letter.id}: {_name(letter)}{about}, {letter.state}, "
            f"{_count(letter.attempts, 'attempt')}, due {_moment(letter.not_before)}{_cause(letter.error)}"
        )


def _texts(console: Console, texts: Sequence[UnsentText]) -> None:
    for text in texts:
        console.print(
            f"text message {text.id}: of appeal {text.appeal_id}, {text.state}, {_count(text.attempts, 'attempt')}, "
            f"due {_moment(text.not_before)}{_cause(text.error)}"
        )


def _updates(console: Console, updates: Sequence[ParkedUpdate]) -> None:
    for update in updates:
        console.print(
            f"update {update.update_id}: {update.kind}, laid aside after {_count(update.attempts, 'attempt')}, "
            f"came {_moment(update.received_at)}{_cause(update.error)}"
        )


def _name(letter: LetterCause) -> str:
    return letter.kind if letter.wording in {"", letter.kind} else f"{letter.kind} {letter.wording}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _cause(error: str | None) -> str:
    return f": {error}" if error else ""


def _moment(moment: datetime) -> str:
    return moment.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
