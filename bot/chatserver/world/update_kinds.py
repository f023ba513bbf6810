"""The kinds of updates there are, and what sets one apart from another."""

from collections.abc import Iterable

# In the official server's own order, in which getWebhookInfo names them (Client.h: UpdateType). Its custom events and
# queries, which bots are never shown a name of, are left out.
KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "message_reaction",
    "message_reaction_count",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "purchased_paid_media",
    "managed_bot",
    "guest_message",
)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
DEFAULT = tuple(kind for kind in KINDS if kind not in NOT_BY_DEFAULT)

# Client.cpp:17053 ff. Messages of every kind share the queue of their chat.
_SPACES = {
    "callback_query": 3,
    "my_chat_member": 5,
    "chat_member": 6,
    "chat_join_request": 6,
    "message_reaction": 8,
    "message_reaction_count": 9,
}


def queue_key(kind: str, owner_id: int) -> int:
    """The queue of an update on a webhook: messages by chat; taps and memberships by user, in spaces of their own."""
    return owner_id + (_SPACES.get(kind, 0) << 33)


def choose_kinds(names: Iterable[str]) -> list[str] | None:
    """The kinds that a bot wants; None is the default, which is also what no known name means (Client.cpp:16925)."""
    wanted = {name.lower() for name in names}
    chosen = [kind for kind in KINDS if kind in wanted]
    return None if not chosen or chosen == list(DEFAULT) else chosen


def is_wanted(kind: str, allowed: list[str] | None) -> bool:
    return kind in allowed if allowed else kind not in NOT_BY_DEFAULT
