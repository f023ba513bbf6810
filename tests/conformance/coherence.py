"""Rules between the fields of one object, which no annotation tells: what the official server never sends together.

Source: telegram-bot-api, Client.cpp:JsonMessage (4103-4770), JsonChat (1094-1330), add_update (17300 ff.). They run on
objects whose types were found right.
"""

from collections.abc import Mapping
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message

from tests.conformance.faults import Faults

Shown = Mapping[str, Any]

CONTENT = {kind.value for kind in ContentType} & set(Message.model_fields)
# What the server sends beside a content, for clients that do not know that one (Client.cpp:4222, 4313).
_ALSO = {"animation": "document", "venue": "location", "live_photo": "photo"}
_CAPTIONED = {"animation", "audio", "document", "paid_media", "photo", "video", "voice"}
_SEEN = {"animation", "photo", "video"}
_ONLY_WITH = {
    "entities": {"text"},
    "link_preview_options": {"text"},
    "caption": _CAPTIONED,
    "caption_entities": _CAPTIONED,
    "show_caption_above_media": _SEEN | {"paid_media"},
    "has_media_spoiler": _SEEN,
    "media_group_id": {"audio", "document", "photo", "video"},
}


def message_holds_one_thing(message: Shown) -> Faults:
    found = CONTENT & message.keys()
    found -= {also for kind, also in _ALSO.items() if kind in found}
    if len(found) == 1:
        return ()
    return (("", f"holds {sorted(found)}; a Message has one content" if found else "is a Message without any content"),)


def fields_go_with_their_content(message: Shown) -> Faults:
    return tuple(
        (f".{field}", f"is given without any of {sorted(kinds)}")
        for field, kinds in _ONLY_WITH.items()
        if field in message and kinds.isdisjoint(message)
    )


def message_has_its_sender(message: Shown) -> Faults:
    """A post of a channel comes from a chat, everything else from a user (Message.from)."""
    if message["chat"]["type"] != "channel":
        return () if "from" in message else ((".from", "is missing outside of a channel"),)
    if "from" in message:
        return ((".from", "is given in a channel"),)
    return () if message.get("sender_chat") == message["chat"] else ((".sender_chat", "is not the channel"),)


def message_is_in_order(message: Shown) -> Faults:
    """It is edited after it was sent, replies to an earlier one of its chat, and lies in a thread if in a topic."""
    faults: Faults = ()
    if message.get("edit_date", message["date"]) < message["date"]:
        faults += ((".edit_date", "is before the date"),)
    original = message.get("reply_to_message", {"chat": message["chat"], "message_id": 0})
    if original["chat"]["id"] != message["chat"]["id"] or original["message_id"] >= message["message_id"]:
        faults += ((".reply_to_message", "is not an earlier message of the same chat"),)
    if "is_topic_message" in message and "message_thread_id" not in message:
        faults += ((".is_topic_message", "is given without a message_thread_id"),)
    return faults


def chat_has_its_names(chat: Shown) -> Faults:
    """Private chats are called as their person, all others by a title (Client.cpp:1094)."""
    wanted, foreign = ("first_name", "title") if chat["type"] == "private" else ("title", "first_name")
    missing: Faults = () if wanted in chat else ((f".{wanted}", f"is missing in a {chat['type']} chat"),)
    return missing + (((f".{foreign}", f"is given in a {chat['type']} chat"),) if foreign in chat else ())


def bot_has_a_username(user: Shown) -> Faults:
    return ((".username", "is missing; every bot has one"),) if user["is_bot"] and "username" not in user else ()


def change_is_of_one_member(change: Shown) -> Faults:
    old, new = change["old_chat_member"], change["new_chat_member"]
    if old["user"] != new["user"]:
        return ((".new_chat_member.user", "is another than in old_chat_member"),)
    return () if old != new else ((".new_chat_member", "is the same as old_chat_member"),)


def tap_is_on_something(query: Shown) -> Faults:
    """Either data or a game; either a message or one of inline mode (CallbackQuery)."""
    pairs = (("data", "game_short_name"), ("message", "inline_message_id"))
    return tuple(
        ("", f"has not exactly one of {one} and {other}") for one, other in pairs if (one in query) == (other in query)
    )


def update_fits_its_chat(update: Shown) -> Faults:
    """Posts are a channel's and messages are not; what was edited says when; my_chat_member is a bot's own."""
    faults: Faults = ()
    for kind, is_post in (("message", False), ("channel_post", True)):
        for name in (kind, f"edited_{kind}"):
            if name in update and (update[name]["chat"]["type"] == "channel") is not is_post:
                faults += ((f".{name}", f"comes from a {update[name]['chat']['type']} chat"),)
            if name in update and name.startswith("edited") and "edit_date" not in update[name]:
                faults += ((f".{name}.edit_date", "is missing in an edit"),)
    own = update.get("my_chat_member")
    if own and not own["new_chat_member"]["user"]["is_bot"]:
        faults += ((".my_chat_member", "is of a person, not of a bot"),)
    return faults
