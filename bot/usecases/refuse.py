"""A refusal changes nothing, and says why."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.rules.errors import Refusal
from bot.usecases.turn import Turn


@asynccontextmanager
async def refusals_answered(turn: Turn) -> AsyncIterator[None]:
    """A savepoint: a Refusal inside undoes what was written inside, and its notice is written still."""
    try:
        async with turn.session.begin_nested():
            yield
    except Refusal as refusal:
        await turn.answer(refusal.notice)
