"""What stood on the wall, or was about to, is gone at once, and its words wherever they served as an
example."""

from bot.usecases.post_echo import take_down_posts
from bot.usecases.turn import Turn
from bot.usecases.withdraw_past import withdraw_past
from storage.echoes import find_echo, record_echo_withdrawn
from storage.models import Appeal


async def withdraw_echo(turn: Turn, appeal: Appeal) -> None:
    await withdraw_past(turn, appeal)
    echo = await find_echo(turn.session, appeal.id)
    if echo and await record_echo_withdrawn(turn.session, echo, turn.now):
        await take_down_posts(turn, appeal)
