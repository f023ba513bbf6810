"""Sending text."""

from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.sending import send
from bot.chatserver.botapi.sentences import read_sentence
from bot.chatserver.models import Json


@method("sendMessage")
def send_message(call: Call) -> Json:
    return send(call, read_sentence(call))
