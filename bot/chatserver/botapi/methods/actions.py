"""Telling the others in a chat that the bot is at work."""

from bot.chatserver.botapi.options import read_thread
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.targets import writable_chat
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import User
from bot.chatserver.signals import chat_key
from bot.chatserver.world.users import show_user

ACTIONS = frozenset(
    {
        "cancel", "typing", "record_video", "upload_video", "record_audio", "record_voice", "upload_audio",
        "upload_voice", "upload_photo", "upload_document", "choose_sticker", "pick_up_location", "find_location",
        "record_video_note", "upload_video_note",
    }
)  # fmt: skip


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """Phones show it while they look; it is kept nowhere (Client.cpp:get_chat_action)."""
    action = call.arguments.text("action").lower()
    if action not in ACTIONS:
        raise BadRequest("wrong parameter action in request")
    chat = writable_chat(call)
    read_thread(call, chat)
    who = show_user(call.tx.session.get_one(User, call.bot.id))
    said = {"kind": "typing", "chat": chat.id, "from": who, "action": action}
    call.parts.signals.tell(chat_key(chat.id), said)
    return True
