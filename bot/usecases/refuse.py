"""A refusal changes nothing, says why, and is logged."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.rules.errors import Refusal
from bot.usecases.turn import Turn

log = logging.getLogger(__name__)


@asynccontextmanager
async def refusals_answered(turn: Turn) -> AsyncIterator[None]:
    """A savepoint: a Refusal inside undoes what was written inside, and its notice is written still."""
    try:
        async with turn.session.begin_nested():
            yield
    except Refusal as refusal:
        log_refusal(turn, refusal)
        await turn.answer(refusal.notice)


def log_refusal(turn: Turn, refusal: Refusal) -> None:
    log.info("Update %s of user %d was refused: %s", turn.occasion, turn.who.user_id, refusal.notice)
