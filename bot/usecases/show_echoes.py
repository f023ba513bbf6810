"""What nobody spoke against in its day goes up on the wall, and to the village's channel where there is one."""

from bot.usecases.post_echo import post_echo
from bot.usecases.tick import Tick
from storage.echoes import list_echoes_to_show, record_echo_shown

_AT_ONCE = 100


async def show_echoes(tick: Tick) -> None:
    for echo in await list_echoes_to_show(tick.session, tick.now, _AT_ONCE):
        if await record_echo_shown(tick.session, echo, tick.now):
            await post_echo(tick, echo)
