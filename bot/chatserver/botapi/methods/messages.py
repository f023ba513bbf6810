"""Sending text."""

from bot.chatserver.botapi.options import read_options
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.sentences import read_sentence
from bot.chatserver.botapi.targets import writable_chat
from bot.chatserver.models import Json
from bot.chatserver.world.messages import post
from bot.chatserver.world.rendering import show_message


@method("sendMessage")
def send_message(call: Call) -> Json:
    content = read_sentence(call)
    chat = writable_chat(call)
    message = post(call.tx, chat, read_options(call, chat).draft(content, call.bot.id))
    return show_message(call.tx, chat, message)
