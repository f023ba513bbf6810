"""`huiyin meetings minutes`: a meeting's minutes in a file."""

import asyncio
from pathlib import Path

from rich.console import Console

from bot.meetings.document import write_document
from bot.private_file import write_private
from bot.rules.errors import Problem
from bot.rules.terms import Policy
from bot.usecases.find_minutes import Minutes, find_minutes
from storage.engine import Database
from storage.migrate import upgrade


def write_minutes(url: str, policy: Policy, meeting_id: int, output: Path) -> None:
    """Raises Problem; then no file was written."""
    upgrade(url)
    minutes = asyncio.run(_find(url, policy, meeting_id))
    if minutes is None:
        raise Problem(f"There is no study meeting {meeting_id}. Its number stands in the letter with its minutes.")
    write_private(output, write_document(minutes))
    Console(highlight=False, markup=False, soft_wrap=True).print(f"{len(minutes.rows)} items are in {output}.")


async def _find(url: str, policy: Policy, meeting_id: int) -> Minutes | None:
    database = Database(url)
    try:
        async with database.write() as session:
            return await find_minutes(session, policy, meeting_id)
    finally:
        await database.close()
