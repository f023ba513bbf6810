"""Messages that are more than text, as the Bot API's content fields; for bots and phones alike."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.chatserver.models import Chat, File, Json, Message
from bot.chatserver.store import Transaction
from bot.chatserver.world.messages import Draft, post

ALBUM_LIMIT = 10
# MessageContentType.cpp:can_have_message_content_caption
CAPTIONED = frozenset({"animation", "audio", "document", "photo", "video", "voice"})
# MessageContentType.cpp:is_allowed_media_group_content, is_homogenous_media_group_content
IN_ALBUMS = frozenset({"audio", "document", "photo", "video"})
ALONE_IN_ALBUMS = frozenset({"audio", "document"})
# Only what is seen can be blurred, or stand under its caption.
_SEEN = frozenset({"animation", "photo", "video"})
_SHOWN = {
    "photo": ("width", "height"),
    "voice": ("duration", "mime_type"),
    "video_note": ("duration", "length"),
    "video": ("duration", "width", "height", "file_name", "mime_type"),
    "audio": ("duration", "file_name", "mime_type", "title", "performer"),
    "document": ("file_name", "mime_type"),
    "animation": ("duration", "width", "height", "file_name", "mime_type"),
    "sticker": ("width", "height", "emoji"),
}
# What the Bot API always shows, when nobody said.
_UNSAID: Json = {"duration": 0, "width": 0, "height": 0, "length": 384}
DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}


def content_for(file: File, caption: Json | None = None, *, spoiler: bool = False) -> Json:
    """The content of a message that shows the file. `caption` holds the Message's caption fields."""
    shown = show_file(file)
    content: Json = {file.kind: [shown] if file.kind == "photo" else shown}
    if file.kind == "animation":
        # Clients that know no animations (Client.cpp:4222).
        content["document"] = {name: shown[name] for name in shown.keys() - {"duration", "width", "height"}}
    if spoiler and file.kind in _SEEN:
        content["has_media_spoiler"] = True
    return content | caption_for(file.kind, caption or {})


def caption_for(kind: str, caption: Json) -> Json:
    """As much of a caption as such a message can carry."""
    if kind not in CAPTIONED:
        return {}
    return caption if kind in _SEEN else {name: caption[name] for name in caption.keys() - {"show_caption_above_media"}}


def show_file(file: File) -> Json:
    """The Bot API's Voice, Document … or PhotoSize."""
    shown: Json = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.facts["file_size"]}
    known = _UNSAID | file.facts
    shown |= {name: known[name] for name in _SHOWN[file.kind] if name in known}
    if file.kind == "sticker":
        shown |= {"type": "regular", "is_animated": False, "is_video": False}
    return shown


def post_album(tx: Transaction, chat: Chat, drafts: Sequence[Draft]) -> list[Message]:
    """Post what belongs together: a message each, of one group. One alone is no album (MessagesManager.cpp:21797)."""
    if len(drafts) == 1:
        return [post(tx, chat, drafts[0])]
    group: Json = {"media_group_id": str(10**16 + secrets.randbelow(9 * 10**16))}
    return [post(tx, chat, replace(draft, content=draft.content | group)) for draft in drafts]


def throw_dice(emoji: str = "🎲") -> Json:
    """A throw of one of Telegram's dice; an unknown one is a plain die."""
    known = emoji if emoji in DICE else "🎲"
    return {"dice": {"emoji": known, "value": secrets.randbelow(DICE[known]) + 1}}


def place(latitude: float, longitude: float, **more: Any) -> Json:  # noqa: ANN401 -- the Location's optional fields
    """The Bot API's Location, with those of the optional fields that say something."""
    return {"latitude": latitude, "longitude": longitude} | {name: value for name, value in more.items() if value}
