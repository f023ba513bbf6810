"""A tap as handlers have it: its verb's one call, and what it says for a moment."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram.types import CallbackQuery

from bot.rules.buttons import Tap, read_tap
from bot.rules.errors import Refusal
from bot.usecases.refuse import log_refusal
from bot.usecases.turn import Toast, Turn

Verbs = Mapping[str, Callable[[Turn, Tap], Awaitable[Toast]]]


def one_of(verbs: Verbs) -> Callable[[CallbackQuery], bool | dict[str, Any]]:
    """A filter for taps on buttons of these verbs."""

    def is_one(query: CallbackQuery) -> bool | dict[str, Any]:
        tap = read_tap(query.data)
        return {"tap": tap} if tap is not None and tap.verb in verbs else False

    return is_one


async def carry_out(verbs: Verbs, turn: Turn, tap: Tap) -> Toast:
    """A refused tap has changed nothing, says why, and is logged."""
    try:
        async with turn.session.begin_nested():
            return await verbs[tap.verb](turn, tap)
    except Refusal as refusal:
        log_refusal(turn, refusal)
        return Toast(refusal.notice)
