"""A village's channel: tied by its lead, who makes the bot an administrator there."""

from datetime import datetime

from bot.rules.levels import Level
from bot.usecases.turn import Post, Turn
from storage.accounts import find_account
from storage.channels import NewChannel, find_channel, record_tied, record_untied
from storage.engine import Session
from storage.grids import access_grid, list_leads, list_led_grids
from storage.models import Grid
from storage.officials import find_official_of_account, list_accounts_of_official


async def tie_channel(turn: Turn, title: str) -> None:
    """By the lead of one village; whoever else did it is told who may. Nothing is said in the channel."""
    who = turn.who
    account = await find_account(turn.session, who.bot_id, who.user_id, who.user_id)
    if account is None or await find_channel(turn.session, who.bot_id, who.chat_id):
        return
    official = await find_official_of_account(turn.session, account.id)
    led = await list_led_grids(turn.session, official.id) if official else ()
    villages = [grid for grid in led if grid.level == Level.VILLAGE]
    if official is None or len(villages) != 1:
        await turn.tell(account, "channel-not-tied", title=title)
        return
    await record_tied(turn.session, NewChannel(who.bot_id, who.chat_id, title, villages[0].id, official.id), turn.now)
    await tell_leads(turn, villages[0], "channel-tied", title)


async def untie_channel(session: Session, bot_id: int, chat_id: int, now: datetime) -> None:
    """The bot was thrown out, or may not post any more: the village's leads hear it, once."""
    channel = await find_channel(session, bot_id, chat_id)
    if channel is None:
        return
    await record_untied(session, channel, now)
    village = await access_grid(session, channel.grid_id)
    await tell_leads(Post(session, now, f"channel-lost:{channel.id}"), village, "channel-lost", channel.title)


async def tell_leads(post: Post, village: Grid, wording: str, title: str) -> None:
    for lead in await list_leads(post.session, village.id):
        for account in await list_accounts_of_official(post.session, lead.id):
            await post.tell(account, wording, village=village.name, title=title)
