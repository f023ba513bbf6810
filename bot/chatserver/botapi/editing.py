"""Which message an edit method means, and whether the bot may edit it (MessagesManager.cpp:can_edit_message)."""

from bot.chatserver.botapi.arguments import to_integer
from bot.chatserver.botapi.registry import Call
from bot.chatserver.botapi.targets import has_right, joined_chat
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Chat, Json, Message
from bot.chatserver.world.contents import EDITABLE, is_service
from bot.chatserver.world.messages import edit, edited_content, find_message
from bot.chatserver.world.rendering import show_message

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


def editable_message(call: Call, *, only_markup: bool = False) -> tuple[Chat, Message]:
    """The message of `chat_id` and `message_id`, when the bot may edit it; inline messages do not exist here.

    :raises BadRequest: "message to edit not found" or "message can't be edited".
    """
    message_id = to_integer(call.arguments.text("message_id"))
    if not call.arguments.text("chat_id") and message_id <= 0:
        given = call.arguments.text("inline_message_id")
        raise BadRequest("MESSAGE_ID_INVALID" if given else "message identifier is not specified")
    chat = joined_chat(call)
    message = find_message(call.tx, chat, message_id) if message_id > 0 else None
    if message is None:
        raise BadRequest("message to edit not found")
    if not _may_edit(call, chat, message, only_markup=only_markup):
        raise BadRequest("message can't be edited")
    return chat, message


def apply_edit(call: Call, chat: Chat, message: Message, content: Json, inline: Json | None) -> Json:
    """Give the message this content and keyboard; answers with the Message.

    :raises BadRequest: "message is not modified: …".
    """
    wanted = edited_content(message, content | ({"reply_markup": inline} if inline else {}))
    if wanted == message.content:
        raise BadRequest(NOT_MODIFIED)
    edit(call.tx, chat, message, wanted)
    return show_message(call.tx, chat, message)


def _may_edit(call: Call, chat: Chat, message: Message, *, only_markup: bool) -> bool:
    if message.keyboard is not None or "forward_origin" in message.content:
        return False
    # In a channel there is the right to edit what others posted.
    if message.sender_id != call.bot.id and not (chat.kind == "channel" and has_right(call, chat, "can_edit_messages")):
        return False
    if only_markup:
        return not is_service(message.content)
    return not EDITABLE.isdisjoint(message.content)
