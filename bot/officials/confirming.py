"""`huiyin officials`: who waits to act as an official, and the one who is confirmed at the terminal."""

import asyncio

from rich.console import Console

from bot.clock import utc_now
from bot.rules.calendar import Calendar
from bot.rules.terms import Policy
from bot.usecases.confirm_official import Confirmation, confirm_official
from storage.engine import Session, in_one_session
from storage.link_requests import list_open_link_requests_of_officials
from storage.officials import access_official


def show_waiting(url: str) -> None:
    """A line for each phone."""
    console = Console(highlight=False, markup=False, soft_wrap=True)
    lines = asyncio.run(in_one_session(url, _list_waiting))
    for line in lines:
        console.print(line)
    if not lines:
        console.print("Nobody waits.")


def confirm(url: str, asked: Confirmation, policy: Policy, calendar: Calendar) -> None:
    """Raises Problem; then nothing is changed."""
    official = asyncio.run(
        in_one_session(url, lambda session: confirm_official(session, asked, policy, calendar, utc_now()))
    )
    console = Console(highlight=False, markup=False, soft_wrap=True)
    console.print(f"{official.no} {official.name} is confirmed, and is told so as soon as the service runs.")


async def _list_waiting(session: Session) -> list[str]:
    lines = []
    for request in await list_open_link_requests_of_officials(session):
        assert request.official_id is not None, "of an official"  # noqa: S101 the list's promise
        official = await access_official(session, request.official_id)
        asked = request.asked_at.strftime("%Y-%m-%d %H:%M UTC")
        lines.append(
            f"{official.no} {official.name}, {official.post}: {request.name!r} since {asked} (request {request.id})"
        )
    return lines
