"""The few things that are asked of the Bot API for a letter."""

from dataclasses import dataclass

from telegram import LinkPreviewOptions, Message, ReplyParameters

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
    thread_id: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True)
class Edit:
    message_id: int
    text: str
    rendered: Rendered


@dataclass(frozen=True)
class Delete:
    message_id: int


@dataclass(frozen=True)
class CreateTopic:
    name: str


@dataclass(frozen=True)
class SetTopic:
    """Close it, or open it again."""

    thread_id: int
    is_closed: bool


@dataclass(frozen=True)
class DeleteTopic:
    """With all that stands in it."""

    thread_id: int


Call = Send | Edit | Delete | CreateTopic | SetTopic | DeleteTopic


async def make(bot: CourierBot, chat_id: int, call: Call) -> int:
    """The id of the message, or of the topic, that it is about."""
    match call:
        case Send(enclosed=(Enclosed() | Paper()) as enclosed):
            return (await _send_file(bot, chat_id, call, enclosed)).message_id
        case Send():
            return (await _send_text(bot, chat_id, call)).message_id
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
        case CreateTopic():
            return (await bot.create_forum_topic(chat_id, call.name)).message_thread_id
        case SetTopic():
            await (bot.close_forum_topic if call.is_closed else bot.reopen_forum_topic)(chat_id, call.thread_id)
            return call.thread_id
        case DeleteTopic():
            await bot.delete_forum_topic(chat_id, call.thread_id)
            return call.thread_id


async def _send_text(bot: CourierBot, chat_id: int, call: Send) -> Message:
    reply = ReplyParameters(call.reply_to, allow_sending_without_reply=True) if call.reply_to is not None else None
    return await bot.send_message(
        chat_id,
        call.text,
        reply_markup=markup_of(call.rendered) if call.is_last else None,
        link_preview_options=_NO_PREVIEW,
        protect_content=call.is_protected or None,
        message_thread_id=call.thread_id,
        reply_parameters=reply,
    )


async def _send_file(bot: CourierBot, chat_id: int, call: Send, enclosed: Enclosed | Paper) -> Message:
    if isinstance(enclosed, Paper):
        return await bot.send_document(chat_id, enclosed.content, filename=enclosed.name, caption=call.text)
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
