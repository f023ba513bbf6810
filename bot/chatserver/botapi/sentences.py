"""Formatted text that came with a call: a message's text, or a caption."""

from bot.chatserver.botapi.fields import FieldError, Fields, as_refusal, read_object
from bot.chatserver.botapi.registry import Call
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Json

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
BYTE_LIMIT = 1 << 15
_PREVIEW_FLAGS = ("prefer_small_media", "prefer_large_media", "show_above_text")


def read_sentence(call: Call) -> Json:
    """The content of a text message (Client.cpp:11392-11412).

    :raises BadRequest: "message text is empty", "message is too long", or what is wrong with the formatting.
    """
    if not call.arguments.text("text"):
        raise BadRequest("message text is empty")
    preview = _link_preview(call)
    text, entities = read_formatted(call, "text")
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
    text, entities = read_formatted(call, "caption")
    if utf16_length(text) > CAPTION_LIMIT:
        raise BadRequest("message caption is too long")
    if not text:
        return {}
    content: Json = {"caption": text} | ({"caption_entities": entities} if entities else {})
    above = call.arguments.flag("show_caption_above_media")
    return content | ({"show_caption_above_media": True} if above else {})


def read_formatted(call: Call, name: str) -> tuple[str, list[Json]]:
    """The text of the argument and its entities."""
    text = call.arguments.text(name)
    if len(text.encode()) > BYTE_LIMIT:
        raise BadRequest("text is too long")
    return text, []


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


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
