"""Deputies begin and end: the official's cards are on the deputy's phone in between, but those about the deputy."""

from bot.rules.errors import AlreadySo, NotYours
from bot.usecases.acting import acting_official
from bot.usecases.tick import Tick
from bot.usecases.turn import Post, Toast, Turn
from storage.appeal_lists import list_held_by
from storage.deputies import (
    find_deputy_named,
    list_deputies_to_begin,
    list_deputies_to_end,
    record_deputy_begun,
    record_deputy_ended,
)
from storage.models import Deputy
from storage.officials import access_official, list_accounts_of_official


async def change_deputies(tick: Tick) -> None:
    """By the clock."""
    for deputy in await list_deputies_to_begin(tick.session, tick.now):
        await begin(tick, deputy)
        await _tell(tick, deputy, "deputy-begins", "you-deputy-now")
    for deputy in await list_deputies_to_end(tick.session, tick.now):
        await end_deputy(tick, deputy)


async def call_back_deputy(turn: Turn, deputy_id: int) -> Toast:
    """▢ 我回来了. Raises NotYours for whoever did not name them, AlreadySo once it is over."""
    official = await acting_official(turn)
    standing = await find_deputy_named(turn.session, deputy_id)
    if standing is None or standing.official_id != official.id:
        raise NotYours
    await end_deputy(turn, standing)
    return Toast("deputy-toast")


async def begin(post: Post, deputy: Deputy) -> None:
    await record_deputy_begun(post.session, deputy, post.now)
    await _show_cards(post, deputy)


async def end_deputy(post: Post, deputy: Deputy) -> None:
    """Both are told. Raises AlreadySo. What stands on the deputy's phone says that it is not theirs any more."""
    if not await record_deputy_ended(post.session, deputy, post.now):
        raise AlreadySo
    await _show_cards(post, deputy)
    await _tell(post, deputy, "deputy-over", "you-deputy-over")


async def _show_cards(post: Post, deputy: Deputy) -> None:
    """The courier asks of each whether they may see it."""
    for phone in await list_accounts_of_official(post.session, deputy.deputy_id):
        for appeal_id in await list_held_by(post.session, deputy.official_id):
            await post.show_card(appeal_id, phone)


async def _tell(post: Post, deputy: Deputy, to_official: str, to_deputy: str) -> None:
    away = await access_official(post.session, deputy.official_id)
    standing_in = await access_official(post.session, deputy.deputy_id)
    for phone in await list_accounts_of_official(post.session, away.id):
        await post.tell(phone, to_official, name=standing_in.name)
    for phone in await list_accounts_of_official(post.session, standing_in.id):
        await post.tell(phone, to_deputy, name=away.name)
