"""The few things that are asked of the Bot API for a letter."""

from dataclasses import dataclass

from telegram import LinkPreviewOptions, Message

from bot.delivery.notices import Rendered, keyboard_of, markup_of
from bot.delivery.telegram_bot import CourierBot

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True)
class Send:
    text: str
    rendered: Rendered
    """Whose buttons stand below the text, where it `is_last`."""
    is_last: bool = True
    is_protected: bool = False


@dataclass(frozen=True)
class Edit:
    message_id: int
    text: str
    rendered: Rendered


@dataclass(frozen=True)
class Delete:
    message_id: int


Call = Send | Edit | Delete


async def make(bot: CourierBot, chat_id: int, call: Call) -> int:
    """The id of the message that it is about."""
    match call:
        case Send():
            message = await bot.send_message(
                chat_id,
                call.text,
                reply_markup=markup_of(call.rendered) if call.is_last else None,
                link_preview_options=_NO_PREVIEW,
                protect_content=call.is_protected or None,
            )
            return message.message_id
        case Edit():
            edited = await bot.edit_message_text(
                call.text,
                chat_id,
                call.message_id,
                reply_markup=keyboard_of(call.rendered),
                link_preview_options=_NO_PREVIEW,
            )
            return edited.message_id if isinstance(edited, Message) else call.message_id
        case Delete():
            await bot.delete_message(chat_id, call.message_id)
            return call.message_id
