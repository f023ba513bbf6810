"""Formatted text that came with a call: a message's text, or a caption."""

from bot.chatserver.botapi.arguments import decode
from bot.chatserver.botapi.fields import FieldError, Fields, as_refusal, read_object
from bot.chatserver.botapi.registry import Call
from bot.chatserver.errors import BadRequest
from bot.chatserver.formatting import FormattingError, format_text, utf16_length
from bot.chatserver.models import Json, User
from bot.chatserver.store import Transaction
from bot.chatserver.world.users import show_user

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_PREVIEW_FLAGS = ("prefer_small_media", "prefer_large_media", "show_above_text")


def read_sentence(call: Call) -> Json:
    """The content of a text message (Client.cpp:11392-11412).

    :raises BadRequest: "message text is empty", "message is too long", or what is wrong with the formatting.
    """
    if not call.arguments.text("text"):
        raise BadRequest("message text is empty")
    preview = _link_preview(call)
    text, entities = read_formatted(call, "text", "entities", allow_empty=False)
    if utf16_length(text) > TEXT_LIMIT:
        raise BadRequest("message is too long")
    if "is_disabled" in preview and not any(entity["type"] in {"url", "text_link"} for entity in entities):
        # There is nothing to preview (MessageContent.cpp:11293).
        preview = {}
    content: Json = {"text": text} | ({"entities": entities} if entities else {})
    return content | ({"link_preview_options": preview} if preview else {})


def read_caption(call: Call) -> Json:
    """The caption fields of a media message; none is fine.

    :raises BadRequest: "message caption is too long", or what is wrong with the formatting.
    """
    text, entities = read_formatted(call, "caption", "caption_entities", allow_empty=True)
    if utf16_length(text) > CAPTION_LIMIT:
        raise BadRequest("message caption is too long")
    if not text:
        return {}
    content: Json = {"caption": text} | ({"caption_entities": entities} if entities else {})
    above = call.arguments.flag("show_caption_above_media")
    return content | ({"show_caption_above_media": True} if above else {})


def read_formatted(call: Call, name: str, entities: str, *, allow_empty: bool) -> tuple[str, list[Json]]:
    """The text of the argument and its entities, whether a mode or the argument `entities` gives them.

    :raises BadRequest: what is wrong with the formatting.
    """
    arguments = call.arguments
    given = arguments.text(entities)
    return format_for(
        call.tx,
        arguments.text(name),
        parse_mode=arguments.text("parse_mode"),
        entities=_decoded(given) if given else None,
        allow_empty=allow_empty,
    )


def format_for(
    tx: Transaction,
    text: str,
    *,
    parse_mode: str,
    entities: object,
    detect: bool = True,
    allow_empty: bool = True,
) -> tuple[str, list[Json]]:
    """`format_text`, with the users in the place of their ids."""
    try:
        formatted = format_text(text, parse_mode=parse_mode, entities=entities, detect=detect, allow_empty=allow_empty)
    except FormattingError as error:
        raise BadRequest(str(error)) from None
    shown = [dict(entity) for entity in formatted.entities]
    return formatted.text, [known for entity in shown if (known := _with_user(tx, entity))]


def _with_user(tx: Transaction, entity: Json) -> Json | None:
    """None when the mentioned user does not exist: then it is plain text, as on Telegram."""
    if "user_id" not in entity:
        return entity
    user = tx.session.get(User, entity.pop("user_id"))
    return entity | {"user": show_user(user)} if user else None


def _decoded(given: str) -> object:
    """What is no JSON is no entity (Client.cpp:get_input_entities)."""
    try:
        return decode(given)
    except ValueError:
        return None


def _link_preview(call: Call) -> Json:
    fields = read_object(call.arguments, "link_preview_options", "link preview options", "link preview options")
    if fields is None:
        # How it was asked for before Bot API 7.0.
        return {"is_disabled": True} if call.arguments.flag("disable_web_page_preview") else {}
    try:
        return _preview(fields)
    except FieldError as error:
        raise as_refusal(str(error)) from None


def _preview(fields: Fields) -> Json:
    chosen: Json = {name: True for name in _PREVIEW_FLAGS if fields.flag(name)}
    url = fields.text("url")
    if fields.flag("is_disabled"):
        return {"is_disabled": True}
    return ({"url": url} if url else {}) | chosen
