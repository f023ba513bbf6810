"""What stood on the wall, or was about to, is gone at once, and its words with it."""

from bot.usecases.turn import Turn
from storage.echoes import find_echo, record_echo_withdrawn
from storage.models import Appeal


async def withdraw_echo(turn: Turn, appeal: Appeal) -> None:
    echo = await find_echo(turn.session, appeal.id)
    if echo:
        await record_echo_withdrawn(turn.session, echo, turn.now)
