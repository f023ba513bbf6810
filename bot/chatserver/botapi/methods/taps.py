"""Answering taps."""

import re

from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.errors import BadRequest
from bot.chatserver.formatting import utf16_length
from bot.chatserver.formatting.clean import clean_string
from bot.chatserver.models import User
from bot.chatserver.world.taps import answer_tap, find_open_tap

ANSWER_LIMIT = 200


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    arguments = call.arguments
    tapped = find_open_tap(call.tx, call.bot.id, arguments.text("callback_query_id").strip())
    if tapped is None:
        raise BadRequest("query is too old and response timeout expired or query ID is invalid")
    text = clean_string(arguments.text("text"))
    if utf16_length(text) > ANSWER_LIMIT:
        raise BadRequest("MESSAGE_TOO_LONG")
    url = arguments.text("url")
    if url and not _starts_the_bot(call, url):
        raise BadRequest("URL_INVALID")
    answer_tap(call.tx, tapped, text=text, alert=arguments.flag("show_alert"), url=url)
    return True


def _starts_the_bot(call: Call, url: str) -> bool:
    """A button can open only a game, which do not exist here, or the bot's own chat (Bot API, answerCallbackQuery)."""
    username = re.escape(call.tx.session.get_one(User, call.bot.id).username or "")
    start = re.escape(call.parts.config.public_url) + "/start/"
    return re.fullmatch(rf"(https?://(t|telegram)\.me/|{start}){username}\?start=[\w-]{{1,64}}", url, re.I) is not None
