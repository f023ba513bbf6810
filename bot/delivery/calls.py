"""The few things that are asked of the Bot API for a letter."""

from dataclasses import dataclass

from telegram import LinkPreviewOptions, Message

from bot.delivery.notices import Rendered, keyboard_of, markup_of
from bot.delivery.papers import Paper
from bot.delivery.telegram_bot import CourierBot
from storage.models import PieceKind

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True)
class Enclosed:
    """A file that the bot was sent. A known file stays what it is, whatever it is sent as, but for photos."""

    kind: PieceKind
    file_id: str


@dataclass(frozen=True)
class Send:
    """The text is the caption of what is enclosed."""

    text: str
    rendered: Rendered
    """Whose buttons stand below the text, where it `is_last`."""
    is_last: bool = True
    is_protected: bool = False
    enclosed: Enclosed | Paper | None = None


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
        case Send(enclosed=Enclosed() as enclosed):
            return (await _send_file(bot, chat_id, call, enclosed)).message_id
        case Send(enclosed=Paper(name, content)):
            sent = await bot.send_document(chat_id, content, filename=name, caption=call.text)
            return sent.message_id
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


async def _send_file(bot: CourierBot, chat_id: int, call: Send, enclosed: Enclosed) -> Message:
    protect = call.is_protected or None
    match enclosed.kind:
        case PieceKind.PHOTO:
            return await bot.send_photo(chat_id, enclosed.file_id, caption=call.text, protect_content=protect)
        case PieceKind.VOICE:
            return await bot.send_voice(chat_id, enclosed.file_id, caption=call.text, protect_content=protect)
        case PieceKind.VIDEO:
            return await bot.send_video(chat_id, enclosed.file_id, caption=call.text, protect_content=protect)
        case _:
            return await bot.send_document(chat_id, enclosed.file_id, caption=call.text, protect_content=protect)
