"""What the clock says in a chat: it comes through the same lane as people's words."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.clock import Clock
from bot.rules.calendar import Calendar
from bot.rules.errors import Refusal
from bot.rules.people import DEFAULT_LANGUAGE, Person
from bot.rules.terms import Policy
from bot.usecases.end_quiet_time import end_quiet_time
from bot.usecases.quiet_time import DRAFT_IS_QUIET
from bot.usecases.turn import Turn
from storage.engine import Session
from storage.inbox import TIMER
from storage.models import InboxUpdate

_TIMERS: dict[str, Callable[[Turn, int], Awaitable[None]]] = {DRAFT_IS_QUIET: end_quiet_time}


def timers(clock: Clock, policy: Policy, calendar: Calendar) -> Callable[[Session, InboxUpdate], Awaitable[None]]:
    async def handle(session: Session, update: InboxUpdate) -> None:
        """Whatever is refused was settled meanwhile: nobody asked, so nobody is told."""
        told = (update.payload or {})[TIMER]
        who = Person(update.bot_id, told["user_id"], update.lane, "", DEFAULT_LANGUAGE)
        turn = Turn(session, clock(), str(update.update_id), who, policy, calendar)
        with suppress(Refusal):
            async with session.begin_nested():
                await _TIMERS[told["verb"]](turn, told["about"])

    return handle
