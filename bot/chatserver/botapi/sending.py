"""The end of every send method: the chat, the options, the message."""

from bot.chatserver.botapi.options import read_options
from bot.chatserver.botapi.registry import Call
from bot.chatserver.botapi.targets import writable_chat
from bot.chatserver.models import Json
from bot.chatserver.world.messages import post
from bot.chatserver.world.rendering import show_message


def send(call: Call, content: Json) -> Json:
    """Post the content where and as the call wants it; answers with the Message."""
    chat = writable_chat(call)
    message = post(call.tx, chat, read_options(call, chat).draft(content, call.bot.id))
    return show_message(call.tx, chat, message)
