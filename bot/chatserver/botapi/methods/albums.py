"""Sending several files as one album."""

from collections.abc import Sequence
from dataclasses import replace

from bot.chatserver.botapi.media_items import Item, read_item
from bot.chatserver.botapi.options import read_options
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.targets import writable_chat
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Json
from bot.chatserver.world.media import ALBUM_LIMIT, ALONE_IN_ALBUMS, IN_ALBUMS, post_album
from bot.chatserver.world.rendering import show_message


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[Json]:
    items = [read_item(call, given, for_album=True) for given in _array(call)]
    check_album([item.file.kind for item in items])
    _check_captions(items)
    chat = writable_chat(call)
    # An album carries no keyboard (Client.cpp:13389).
    options = replace(read_options(call, chat), inline=None, keyboard=None)
    messages = post_album(call.tx, chat, [options.draft(item.content, call.bot.id) for item in items])
    return [show_message(call.tx, chat, message) for message in messages]


def check_album(kinds: Sequence[str]) -> None:
    """Whether files of these kinds can be sent together (MessageContent.cpp:5325-5355).

    :raises BadRequest: there are none or too many, or some that do not go together.
    """
    if not kinds:
        raise BadRequest("there are no messages to send")
    if len(kinds) > ALBUM_LIMIT:
        raise BadRequest("too many messages to send as an album")
    if not IN_ALBUMS.issuperset(kinds):
        raise BadRequest("invalid message content type")
    alone = sorted(ALONE_IN_ALBUMS.intersection(kinds))
    if alone and len(set(kinds)) > 1:
        raise BadRequest(f"{alone[0]} can't be mixed with other media types")


def _check_captions(items: Sequence[Item]) -> None:
    if len({"show_caption_above_media" in item.content for item in items}) > 1:
        raise BadRequest("parameter show_caption_above_media must be the same for all messages")


def _array(call: Call) -> list[object]:
    if not call.arguments.text("media"):
        raise BadRequest('parameter "media" is required')
    given = call.arguments.json("media", "media")
    if not isinstance(given, list):
        raise BadRequest("expected an Array of InputMedia")
    return given
