"""A grid's forum group: tied by a lead of the grid, who makes the bot an administrator there."""

from collections.abc import Sequence
from datetime import datetime

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NotYours
from bot.usecases.acting import acting_official
from bot.usecases.ask import answered, ask
from bot.usecases.turn import Post, Toast, Turn, in_private
from bot.usecases.watch_forum import show_all_privately, tell_grid
from storage.accounts import find_account
from storage.chats import record_migrated
from storage.engine import Session
from storage.forums import NewForum, find_forum, record_forum_tied, record_forum_untied
from storage.grids import list_led_grids
from storage.models import Grid
from storage.officials import find_official_of_account

_WHICH = "forum_grid"
_MOST = 8


async def tie_forum(turn: Turn, title: str, *, has_topics: bool) -> None:
    """By a lead; who leads several grids is asked which, in the own chat. Nothing is said in the group."""
    private = in_private(turn)
    who = private.who
    account = await find_account(turn.session, who.bot_id, who.user_id, who.chat_id)
    if account is None or await find_forum(turn.session, who.bot_id, turn.who.chat_id):
        return
    official = await find_official_of_account(turn.session, account.id)
    led = await list_led_grids(turn.session, official.id) if official else ()
    if official is None or not led:
        await private.tell(account, "forum-not-tied", title=title)
    elif not has_topics:
        await private.tell(account, "forum-needs-topics", title=title)
    elif len(led) == 1:
        new = NewForum(who.bot_id, turn.who.chat_id, title, led[0].id, official.id)
        await _tie(turn, new)
    else:
        await _ask_which(private, turn.who.chat_id, title, led)


async def tie_grid(turn: Turn, grid_id: int) -> Toast:
    """The tap that says which. Raises Stale where this chat was not asked, NotYours for a grid that they do not lead,
    AlreadySo where the group was tied meanwhile."""
    asked = await answered(turn, _WHICH)
    official = await acting_official(turn)
    if grid_id not in {grid.id for grid in await list_led_grids(turn.session, official.id)}:
        raise NotYours
    if await find_forum(turn.session, turn.who.bot_id, asked["chat"]):
        raise AlreadySo
    await _tie(turn, NewForum(turn.who.bot_id, asked["chat"], asked["title"], grid_id, official.id))
    return Toast("toast-done")


async def untie_forum(session: Session, bot_id: int, chat_id: int, now: datetime) -> None:
    """The bot was thrown out, or may not keep topics any more: the grid's leads hear it, once, and have the cards in
    their own chats again."""
    forum = await find_forum(session, bot_id, chat_id)
    if forum is None:
        return
    await record_forum_untied(session, forum, now)
    post = Post(session, now, f"forum-lost:{forum.id}:{now.timestamp():.0f}")
    await tell_grid(post, forum, "forum-lost")
    await show_all_privately(post, forum)


async def follow_group(turn: Turn, chat_id: int) -> None:
    """The group goes on under another id, and so does whatever is tied to it."""
    await record_migrated(turn.session, turn.who.bot_id, turn.who.chat_id, chat_id)


async def _ask_which(private: Turn, chat_id: int, title: str, led: Sequence[Grid]) -> None:
    await ask(private, _WHICH, {"chat": chat_id, "title": title})
    buttons = [Button("forum-grid", "tie_grid", grid.id, data={"grid": grid.name}) for grid in led[:_MOST]]
    await private.answer("forum-which", buttons=buttons, title=title)


async def _tie(turn: Turn, new: NewForum) -> None:
    forum = await record_forum_tied(turn.session, new, turn.now)
    await tell_grid(turn, forum, "forum-tied")
