"""What aiogram's annotations leave open: values of string fields, fields of type True, dates that may be 0.

Source: the Bot API documentation, https://core.telegram.org/bots/api, which aiogram quotes at its fields.
"""

from collections.abc import Mapping
from enum import Enum

from aiogram import enums
from aiogram.types import Update


def _values(*kinds: type[Enum]) -> frozenset[object]:
    return frozenset(member.value for kind in kinds for member in kind)


_CHAT_TYPES = _values(enums.ChatType) - {"sender"}
_STYLES = _values(enums.ButtonStyle)
_ICON_COLORS = _values(enums.TopicIconColor)
_DICE = _values(enums.DiceEmoji)
_POLLS = _values(enums.PollType)
_STICKERS = _values(enums.StickerType)

KNOWN_VALUES: Mapping[tuple[str, str], frozenset[object]] = {
    ("Chat", "type"): _CHAT_TYPES,
    ("ChatFullInfo", "type"): _CHAT_TYPES,
    ("CreateForumTopic", "icon_color"): _ICON_COLORS,
    ("Dice", "emoji"): _DICE,
    ("EncryptedPassportElement", "type"): _values(enums.EncryptedPassportElement),
    ("ForumTopic", "icon_color"): _ICON_COLORS,
    ("ForumTopicCreated", "icon_color"): _ICON_COLORS,
    ("InlineKeyboardButton", "style"): _STYLES,
    ("InlineQuery", "chat_type"): _values(enums.ChatType),
    ("InputSticker", "format"): _values(enums.StickerFormat),
    ("KeyboardButton", "style"): _STYLES,
    ("KeyboardButtonPollType", "type"): _values(enums.KeyboardButtonPollTypeType),
    ("MaskPosition", "point"): _values(enums.MaskPositionPoint),
    ("MessageEntity", "type"): _values(enums.MessageEntityType),
    ("Poll", "type"): _POLLS,
    ("SendChatAction", "action"): _values(enums.ChatAction),
    ("SendDice", "emoji"): _DICE,
    ("SendPoll", "type"): _POLLS,
    ("Sticker", "type"): _STICKERS,
    ("StickerSet", "sticker_type"): _STICKERS,
    ("SuggestedPostInfo", "state"): frozenset({"pending", "approved", "declined"}),
    ("SuggestedPostRefunded", "reason"): frozenset({"post_deleted", "payment_refunded"}),
    ("TransactionPartnerUser", "transaction_type"): _values(enums.TransactionPartnerUserTransactionTypeEnum),
    ("UniqueGiftModel", "rarity"): frozenset({"uncommon", "rare", "epic", "legendary"}),
}
PARSE_MODES = _values(enums.ParseMode)
UPDATE_KINDS = frozenset(Update.model_fields) - {"update_id"}

# Fields of the documented type "True": present and true, or left out.
ONLY_TRUE: Mapping[str, frozenset[str]] = {
    "BackgroundTypePattern": frozenset({"is_inverted", "is_moving"}),
    "BackgroundTypeWallpaper": frozenset({"is_blurred", "is_moving"}),
    "Chat": frozenset({"is_forum", "is_direct_messages"}),
    "ChatBoostSourceGiveaway": frozenset({"is_unclaimed"}),
    "ChatFullInfo": frozenset(
        {
            "is_forum",
            "is_direct_messages",
            "has_private_forwards",
            "has_restricted_voice_and_video_messages",
            "join_to_send_messages",
            "join_by_request",
            "can_send_paid_media",
            "has_aggressive_anti_spam_enabled",
            "has_hidden_members",
            "has_protected_content",
            "has_visible_history",
            "can_set_sticker_set",
        }
    ),
    "Checklist": frozenset({"others_can_add_tasks", "others_can_mark_tasks_as_done"}),
    "ExternalReplyInfo": frozenset({"has_media_spoiler"}),
    "ForceReply": frozenset({"force_reply"}),
    "ForumTopic": frozenset({"is_name_implicit"}),
    "ForumTopicCreated": frozenset({"is_name_implicit"}),
    "Giveaway": frozenset({"only_new_members", "has_public_winners"}),
    "GiveawayCompleted": frozenset({"is_star_giveaway"}),
    "GiveawayWinners": frozenset({"only_new_members", "was_refunded"}),
    "Message": frozenset(
        {
            "is_topic_message",
            "is_automatic_forward",
            "has_protected_content",
            "is_from_offline",
            "is_paid_post",
            "show_caption_above_media",
            "has_media_spoiler",
            "delete_chat_photo",
            "group_chat_created",
            "supergroup_chat_created",
            "channel_chat_created",
        }
    ),
    "Sticker": frozenset({"needs_repainting"}),
    "SuccessfulPayment": frozenset({"is_recurring", "is_first_recurring"}),
    "TextQuote": frozenset({"is_manual"}),
    "User": frozenset({"is_premium", "added_to_attachment_menu"}),
}

# 0 stands for "forever": ChatMemberBanned.until_date and the methods that set it.
MAY_BE_NEVER = frozenset({"until_date"})

# Optional strings for which being empty says something else than being absent.
MAY_BE_EMPTY = frozenset(
    {
        ("ForumTopicEdited", "icon_custom_emoji_id"),
        ("InlineKeyboardButton", "switch_inline_query"),
        ("InlineKeyboardButton", "switch_inline_query_current_chat"),
        ("SwitchInlineQueryChosenChat", "query"),
    }
)
