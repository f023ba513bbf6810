"""The bot as an administrator of a village's channel, or no longer."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import ChatMemberAdministrator, ChatMemberUpdated

from bot.usecases.tie_channel import tie_channel, untie_channel
from bot.usecases.turn import Turn


def router() -> Router:
    router = Router(name=__name__)
    router.my_chat_member.filter(F.chat.type == ChatType.CHANNEL)
    router.my_chat_member.register(place_changed)
    return router


async def place_changed(event: ChatMemberUpdated, turn: Turn) -> None:
    place = event.new_chat_member
    if isinstance(place, ChatMemberAdministrator) and place.can_post_messages:
        await tie_channel(turn, event.chat.title or "")
    else:
        await untie_channel(turn.session, turn.who.bot_id, turn.who.chat_id, turn.now)
