"""Objects whose fields are each right, and together are not: the type, the object, and the words for it."""

from tests.conformance import samples
from tests.conformance.samples import GONE, spoilt

CHANNEL: samples.Json = {"id": -1001234567891, "type": "channel", "title": "回音壁"}
POST: samples.Json = {"message_id": 5, "sender_chat": CHANNEL, "chat": CHANNEL, "date": 1764000000, "text": "办好了"}

INCOHERENT: dict[str, tuple[str, samples.Json, str]] = {
    "two contents": ("Message", samples.TEXT | {"photo": [samples.PHOTO]}, "$ holds ['photo', 'text']"),
    "a caption of nothing": ("Message", samples.TEXT | {"caption": "井"}, "$.caption is given without any of"),
    "an album of texts": ("Message", samples.TEXT | {"media_group_id": "7"}, "$.media_group_id is given without"),
    "a voice that is blurred": ("Message", samples.VOICE | {"has_media_spoiler": True}, "$.has_media_spoiler is given"),
    "nobody's message": ("Message", spoilt(samples.TEXT, "from", GONE), "$.from is missing outside of a channel"),
    "a person's post": ("Message", POST | {"from": samples.BOT}, "$.from is given in a channel"),
    "a post of another channel": ("Message", POST | {"sender_chat": samples.FORUM}, "$.sender_chat is not the channel"),
    "an edit before the message": ("Message", samples.CARD | {"edit_date": 1763999999}, "$.edit_date is before"),
    "a reply to what comes later": (
        "Message",
        spoilt(samples.TEXT, "reply_to_message.message_id", 12),
        "$.reply_to_message is not an earlier message",
    ),
    "a reply to another chat": (
        "Message",
        spoilt(samples.TEXT, "reply_to_message.chat", samples.PRIVATE | {"id": 7002}),
        "$.reply_to_message is not an earlier message of the same chat",
    ),
    "a topic without a thread": (
        "Message",
        spoilt(samples.IN_TOPIC, "message_thread_id", GONE),
        "$.is_topic_message is given without a message_thread_id",
    ),
    "a person without a name": ("Chat", spoilt(samples.PRIVATE, "first_name", GONE), "$.first_name is missing"),
    "a person with a title": ("Chat", samples.PRIVATE | {"title": "王"}, "$.title is given in a private chat"),
    "a group without a title": ("Chat", spoilt(samples.FORUM, "title", GONE), "$.title is missing in a supergroup"),
    "a bot without a username": ("User", spoilt(samples.BOT, "username", GONE), "$.username is missing"),
    "a change of two people": (
        "ChatMemberUpdated",
        spoilt(samples.BLOCK, "old_chat_member.user", samples.VILLAGER),
        "$.new_chat_member.user is another",
    ),
    "no change at all": (
        "ChatMemberUpdated",
        samples.BLOCK | {"new_chat_member": samples.MEMBER},
        "$.new_chat_member is the same",
    ),
    "a tap without data": (
        "CallbackQuery",
        spoilt(samples.TAP, "data", GONE),
        "exactly one of data and game_short_name",
    ),
    "a tap on nothing": ("CallbackQuery", spoilt(samples.TAP, "message", GONE), "one of message and inline_message_id"),
    "a post as a message": ("Update", {"update_id": 5, "message": POST}, "$.message comes from a channel chat"),
    "a message as a post": ("Update", {"update_id": 5, "channel_post": samples.TEXT}, "comes from a private chat"),
    "an edit without its date": ("Update", {"update_id": 5, "edited_message": samples.TEXT}, "edit_date is missing"),
    "a person's change as the bot's": (
        "Update",
        {
            "update_id": 5,
            "my_chat_member": samples.BLOCK
            | {
                "old_chat_member": {"user": samples.VILLAGER, "status": "left"},
                "new_chat_member": {"user": samples.VILLAGER, "status": "member"},
            },
        },
        "$.my_chat_member is of a person",
    ),
}
