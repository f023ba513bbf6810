"""A chat with everything that is told of it on request."""

from bot.chatserver.models import Chat, Json
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import show_chat
from bot.chatserver.world.pins import find_newest_pin
from bot.chatserver.world.rendering import show_message
from bot.chatserver.world.rights import GROUP_PERMISSIONS

ACCENT_COLORS = 7
MAX_REACTIONS = 11
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def show_full_chat(tx: Transaction, chat: Chat) -> Json:
    """The Bot API's ChatFullInfo. Nobody gives gifts here."""
    shown = show_chat(tx, chat) | {
        "accent_color_id": abs(chat.user_id or chat.id) % ACCENT_COLORS,
        "max_reaction_count": MAX_REACTIONS,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if username := shown.get("username"):
        shown["active_usernames"] = [username]
    if chat.description:
        shown["description"] = chat.description
    if chat.kind in {"group", "supergroup"}:
        shown["permissions"] = GROUP_PERMISSIONS
    if chat.kind == "supergroup":
        shown["has_visible_history"] = True
    pinned = find_newest_pin(tx, chat)
    return shown | ({"pinned_message": show_message(tx, chat, pinned, with_reply=False)} if pinned else {})
