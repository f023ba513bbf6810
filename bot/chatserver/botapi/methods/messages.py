"""Sending text."""

from bot.chatserver.botapi.options import read_options
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.targets import writable_chat
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Json
from bot.chatserver.world.messages import post
from bot.chatserver.world.rendering import show_message


@method("sendMessage")
def send_message(call: Call) -> Json:
    chat = writable_chat(call)
    text = call.arguments.text("text")
    if not text.strip():
        raise BadRequest("message text is empty")
    message = post(call.tx, chat, read_options(call, chat).draft({"text": text}, call.bot.id))
    return show_message(call.tx, chat, message)
