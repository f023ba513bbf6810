"""What a message that is being sent replies to (Client.cpp:9388-9438, 8473-8540)."""

from dataclasses import dataclass, replace

from bot.chatserver.botapi.arguments import to_integer
from bot.chatserver.botapi.fields import FieldError, Fields, as_refusal, read_object
from bot.chatserver.botapi.registry import Call
from bot.chatserver.botapi.sentences import format_for
from bot.chatserver.botapi.targets import find_target, readable
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Chat, Json, Message
from bot.chatserver.world.messages import find_message
from bot.chatserver.world.quotes import find_quote, quote_start
from bot.chatserver.world.rendering import show_external_reply


@dataclass(frozen=True)
class Reply:
    """`external` is set instead of `to` when the message stands in another chat or topic."""

    to: int | None = None
    quote: Json | None = None
    external: Json | None = None


@dataclass(frozen=True)
class _Wanted:
    message_id: int
    chat: str = ""
    or_without: bool = False
    quote: str = ""
    quote_entities: tuple[Json, ...] = ()
    quote_position: int = 0


def read_reply(call: Call, chat: Chat, thread_id: int | None) -> Reply:
    wanted = _wanted(call)
    if wanted.message_id <= 0:
        return Reply()
    source = _source(call, chat, wanted)
    original = find_message(call.tx, source, wanted.message_id)
    if original is None:
        return _without(wanted, same_chat=source is chat)
    reply = _reply_to(call, chat, source, original, thread_id)
    if wanted.quote:
        quote = find_quote(original, wanted.quote, list(wanted.quote_entities), wanted.quote_position)
        if quote is None:
            raise BadRequest("QUOTE_TEXT_INVALID")
        return replace(reply, quote=quote)
    return reply


def _wanted(call: Call) -> _Wanted:
    arguments = call.arguments
    if "reply_parameters" not in arguments.values:
        # The arguments of before Bot API 7.0, which the official server still takes.
        given = to_integer(arguments.text("reply_to_message_id"))
        return _Wanted(given, or_without=arguments.flag("allow_sending_without_reply"))
    fields = read_object(arguments, "reply_parameters", "reply parameters", "reply parameters")
    if not fields:
        return _Wanted(0)
    try:
        return _from_fields(call, fields)
    except FieldError as error:
        raise as_refusal(str(error)) from None


def _from_fields(call: Call, fields: Fields) -> _Wanted:
    quote, entities = format_for(
        call.tx,
        fields.text("quote"),
        parse_mode=fields.text("quote_parse_mode"),
        entities=fields.raw("quote_entities"),
        detect=False,
    )
    return _Wanted(
        chat=fields.text("chat_id"),
        message_id=fields.required_integer("message_id"),
        or_without=fields.flag("allow_sending_without_reply"),
        quote=quote,
        quote_entities=tuple(entities),
        quote_position=fields.integer("quote_position"),
    )


def _source(call: Call, chat: Chat, wanted: _Wanted) -> Chat:
    if not wanted.chat:
        return chat
    source = find_target(call, wanted.chat)
    if source is None:
        raise BadRequest("chat not found")
    return readable(call, source)


def _without(wanted: _Wanted, *, same_chat: bool) -> Reply:
    """In other chats `allow_sending_without_reply` is always False (Bot API, ReplyParameters)."""
    if wanted.or_without and same_chat:
        return Reply()
    raise BadRequest("message to be replied not found")


def _reply_to(call: Call, chat: Chat, source: Chat, original: Message, thread_id: int | None) -> Reply:
    if source is chat and (thread_id is None or original.thread_id == thread_id):
        return Reply(to=original.message_id)
    return Reply(external=show_external_reply(call.tx, source, original), quote=quote_start(original))
