"""Changing what was sent."""

from bot.chatserver.botapi.editing import apply_edit, editable_message
from bot.chatserver.botapi.keyboards import read_inline
from bot.chatserver.botapi.media_items import read_item
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.sentences import read_caption, read_sentence
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Json
from bot.chatserver.world.media import ALONE_IN_ALBUMS, CAPTIONED, IN_ALBUMS, caption_for

_CAPTION = frozenset({"caption", "caption_entities", "show_caption_above_media", "reply_markup"})
# MessagesManager.cpp:23167
_MEDIA = frozenset({"animation", "audio", "document", "photo", "text", "video"})


@method("editMessageText")
def edit_message_text(call: Call) -> Json:
    content = read_sentence(call)
    chat, message = editable_message(call)
    if "text" not in message.content:
        raise BadRequest("there is no text in the message to edit")
    return apply_edit(call, chat, message, content, read_inline(call.arguments, chat))


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Json:
    chat, message = editable_message(call, only_markup=True)
    kept = {name: value for name, value in message.content.items() if name != "reply_markup"}
    return apply_edit(call, chat, message, kept, read_inline(call.arguments, chat))


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Json:
    caption = read_caption(call)
    chat, message = editable_message(call)
    kind = next((kind for kind in sorted(CAPTIONED) if kind in message.content), None)
    if kind is None:
        raise BadRequest("there is no caption in the message to edit")
    kept = {name: value for name, value in message.content.items() if name not in _CAPTION}
    return apply_edit(call, chat, message, kept | caption_for(kind, caption), read_inline(call.arguments, chat))


@method("editMessageMedia")
def edit_message_media(call: Call) -> Json:
    item = read_item(call, _media(call), for_album=False)
    chat, message = editable_message(call)
    if _MEDIA.isdisjoint(message.content):
        raise BadRequest("message media can't be edited")
    if "media_group_id" in message.content:
        _check_stays_in_album(message.content, item.file.kind)
    return apply_edit(call, chat, message, item.content, read_inline(call.arguments, chat))


def _media(call: Call) -> object:
    if not call.arguments.text("media"):
        raise BadRequest('parameter "media" is required')
    return call.arguments.json("media", "input media")


def _check_stays_in_album(content: Json, kind: str) -> None:
    """MessagesManager.cpp:23633"""
    if kind in content:
        return
    if kind not in IN_ALBUMS:
        raise BadRequest("message content type can't be used in an album")
    if kind in ALONE_IN_ALBUMS or not ALONE_IN_ALBUMS.isdisjoint(content):
        raise BadRequest("can't change media type in the album")
