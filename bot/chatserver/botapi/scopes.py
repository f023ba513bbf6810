"""For whom commands are meant: the arguments `scope` and `language_code` (Client.cpp:10576-10637)."""

import re

from bot.chatserver.botapi.arguments import to_integer
from bot.chatserver.botapi.fields import FieldError, Fields, require_object
from bot.chatserver.botapi.registry import Call
from bot.chatserver.botapi.targets import counted, find_target
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Chat, User
from bot.chatserver.world.commands import Scope

_WIDE = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_OF_A_CHAT = frozenset({"chat", "chat_administrators", "chat_member"})
_LANGUAGE = re.compile(r"[a-z]{2}|")


def read_scope(call: Call) -> Scope:
    """:raises BadRequest: it is broken, or names a chat or person that the bot does not know."""
    if not call.arguments.text("scope"):
        return Scope()
    decoded = call.arguments.json("scope", "BotCommandScope")
    try:
        kind, chat_id, user_id = _parts(require_object(decoded, "BotCommandScope"))
    except FieldError as error:
        raise BadRequest(f"can't parse BotCommandScope: {error}") from None
    if kind in _WIDE:
        return Scope(kind)
    return Scope(kind, _chat(call, kind, chat_id), _user(call, user_id) if kind == "chat_member" else None)


def read_language(call: Call) -> str:
    """Two letters, or nothing for all languages (misc.cpp:validate_bot_language_code)."""
    language = call.arguments.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise BadRequest("invalid language code specified")
    return language


def _parts(fields: Fields) -> tuple[str, str, int]:
    kind = fields.required_text("type")
    if kind in _WIDE:
        return kind, "", 0
    if kind not in _OF_A_CHAT:
        raise FieldError("Unsupported type specified")
    chat_id = fields.required_text("chat_id")
    if not chat_id:
        raise FieldError("Empty chat_id specified")
    user_id = to_integer(fields.required_text("user_id")) if kind == "chat_member" else 0
    if kind == "chat_member" and user_id <= 0:
        raise FieldError("Invalid user_id specified")
    return kind, chat_id, user_id


def _chat(call: Call, kind: str, given: str) -> Chat:
    chat = find_target(call, given)
    if chat is None:
        raise BadRequest("chat not found")
    counted(call, chat)
    if chat.kind == "private" and kind != "chat":
        raise BadRequest("can't use specified scope in private chats")
    if chat.kind == "channel":
        raise BadRequest("can't change commands in channel chats")
    return chat


def _user(call: Call, user_id: int) -> int:
    if call.tx.session.get(User, user_id) is None:
        raise BadRequest("user not found")
    return user_id
