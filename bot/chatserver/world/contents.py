"""What kinds of content there are, by the Bot API's field of a Message that holds them."""

from collections.abc import Mapping

# MessageContentType.cpp:is_editable_message_content
EDITABLE = frozenset({"animation", "audio", "document", "photo", "text", "video", "voice"})
ORDINARY = EDITABLE | {"contact", "dice", "location", "poll", "sticker", "venue", "video_note"}
# What stands around the content and outlives an edit of it.
AROUND = frozenset({"author_signature", "external_reply", "forward_origin", "has_protected_content", "media_group_id"})


def is_service(content: Mapping[str, object]) -> bool:
    """A note of the chat server itself: somebody came, a message was pinned, a topic was opened."""
    return ORDINARY.isdisjoint(content)
