"""The InputMedia objects of sendMediaGroup and editMessageMedia (Client.cpp:11667-11760)."""

import json
from dataclasses import dataclass, replace
from typing import Any

from bot.chatserver.botapi.arguments import Arguments
from bot.chatserver.botapi.fields import FieldError, Fields
from bot.chatserver.botapi.inputs import read_file
from bot.chatserver.botapi.methods.media import MAX_DURATION, MAX_SIDE
from bot.chatserver.botapi.registry import Call
from bot.chatserver.botapi.sentences import read_caption
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import File, Json
from bot.chatserver.world.media import content_for

_KINDS = frozenset({"photo", "video", "animation", "audio", "document"})
_NUMBERS = {"duration": MAX_DURATION, "width": MAX_SIDE, "height": MAX_SIDE}


@dataclass(frozen=True)
class Item:
    """A file that came as InputMedia, and the content of the message that shows it."""

    file: File
    content: Json


def read_item(call: Call, given: object, *, for_album: bool) -> Item:
    """:raises BadRequest: "can't parse InputMedia: …", or what is wrong with the file or the caption."""
    try:
        return _read(call, Fields(_object(given)), for_album=for_album)
    except FieldError as error:
        raise BadRequest(f"can't parse InputMedia: {error}") from None


def _object(given: object) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise FieldError("expected an Object")
    return given


def _read(call: Call, fields: Fields, *, for_album: bool) -> Item:
    caption = _caption(call, fields)
    spoiler = fields.flag("has_spoiler")
    kind = fields.required_text("type")
    media = fields.text("media")
    if not media:
        raise FieldError("media not found")
    if kind not in _KINDS:
        raise FieldError(f'type "{kind}" is unsupported')
    if kind == "animation" and for_album:
        raise FieldError(f'type "{kind}" can\'t be used in sendMediaGroup')
    file = read_file(call, media, kind, _details(fields))
    if file is None:
        raise FieldError("media not found")
    return Item(file, content_for(file, caption, spoiler=spoiler))


def _caption(call: Call, fields: Fields) -> Json:
    """The caption, read as if it were the call's own."""
    values = {name: fields.text(name) for name in ("caption", "parse_mode")}
    if fields.array("caption_entities"):
        values["caption_entities"] = json.dumps(fields.array("caption_entities"))
    values["show_caption_above_media"] = str(fields.flag("show_caption_above_media"))
    return read_caption(replace(call, arguments=Arguments(values)))


def _details(fields: Fields) -> Json:
    numbers = {name: min(max(fields.integer(name), 0), most) for name, most in _NUMBERS.items()}
    return numbers | {name: fields.text(name) for name in ("title", "performer")}
