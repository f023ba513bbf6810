"""Changing what was sent."""

from bot.chatserver.botapi.editing import apply_edit, editable_message
from bot.chatserver.botapi.keyboards import read_inline
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.sentences import read_sentence
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Json


@method("editMessageText")
def edit_message_text(call: Call) -> Json:
    content = read_sentence(call)
    chat, message = editable_message(call)
    if "text" not in message.content:
        raise BadRequest("there is no text in the message to edit")
    return apply_edit(call, chat, message, content, read_inline(call.arguments, chat))


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Json:
    chat, message = editable_message(call, only_markup=True)
    kept = {name: value for name, value in message.content.items() if name != "reply_markup"}
    return apply_edit(call, chat, message, kept, read_inline(call.arguments, chat))
