"""An entry of the wall in the village's channel, and its end there."""

from bot.rules.people import DEFAULT_LANGUAGE
from bot.usecases.tick import Tick
from bot.usecases.tie_channel import tell_leads
from bot.usecases.turn import Turn
from storage.channels import find_channel, find_channel_of_village, list_posts
from storage.grids import access_grid
from storage.letters import Notice, Priority, add_notice, take_back
from storage.models import Appeal, Echo, Letter, LetterKind, LetterState

ECHO_WITHDRAWN = "echo-withdrawn"
"""What is left of a post that is too old to be deleted."""


async def post_echo(tick: Tick, echo: Echo) -> None:
    """By day, if the village has a channel; what it says is read from the wall when it leaves."""
    channel = await find_channel_of_village(tick.session, echo.grid_id)
    if channel is None:
        return
    notice = Notice(
        bot_id=channel.bot_id,
        chat_id=channel.chat_id,
        wording="echo-entry",
        language=DEFAULT_LANGUAGE,
        data={},
        occasion=f"echo:{echo.id}",
        priority=Priority.WALL,
        appeal_id=echo.appeal_id,
        kind=LetterKind.ECHO,
        is_quiet=True,
    )
    await add_notice(tick.session, notice, tick.now)


async def take_down_posts(turn: Turn, appeal: Appeal) -> None:
    """What has not left does not leave any more; of what may stand in a channel without our knowing its number, the
    leads are told."""
    for letter in await list_posts(turn.session, appeal.id):
        if letter.state == LetterState.SENT and letter.message_id is not None:
            order = take_back(letter, letter.message_id, turn.now, ECHO_WITHDRAWN)
            await add_notice(turn.session, order, turn.now)
        elif letter.state == LetterState.UNCERTAIN:
            await _ask_leads(turn, letter)


async def _ask_leads(turn: Turn, letter: Letter) -> None:
    channel = await find_channel(turn.session, letter.bot_id, letter.chat_id)
    if channel:
        village = await access_grid(turn.session, channel.grid_id)
        await tell_leads(turn, village, "channel-look", channel.title)
