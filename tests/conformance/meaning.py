"""Rules that no annotation tells: where entities lie, what a chat id looks like, what a message holds.

They run on objects whose types were found right.
"""

from collections.abc import Callable, Mapping
from typing import Any

from aiogram.types import InlineKeyboardButton

from tests.conformance import coherence
from tests.conformance.faults import Faults

Rule = Callable[[Mapping[str, Any]], Faults]

# Supergroup and channel ids start below this (Bot API, "chat_id").
_SUPERGROUPS_BELOW = -1_000_000_000_000
_LONGEST_CALLBACK = 64
_ACTIONS = set(InlineKeyboardButton.model_fields) - {"text", "style", "icon_custom_emoji_id"}
_SPANS = (
    ("text", "entities"),
    ("caption", "caption_entities"),
    ("text", "text_entities"),
    ("question", "question_entities"),
    ("explanation", "explanation_entities"),
    ("quote", "quote_entities"),
)


def entities_lie_in_their_text(value: Mapping[str, Any]) -> Faults:
    """Offsets and lengths count UTF-16 code units and never cut a character in two (MessageEntity)."""
    return tuple(
        fault
        for text, entities in _SPANS
        if entities in value
        for fault in _misplaced(entities, str(value.get(text, "")), value[entities])
    )


def _misplaced(field: str, text: str, entities: list[Mapping[str, Any]]) -> Faults:
    units = text.encode("utf-16-le")
    return tuple(
        (f".{field}[{place}]", f"does not lie on whole characters of {text!r} in UTF-16 code units")
        for place, entity in enumerate(entities)
        if not _lies_in(units, entity["offset"], entity["length"])
    )


def _lies_in(units: bytes, offset: int, length: int) -> bool:
    if offset < 0 or length <= 0 or 2 * (offset + length) > len(units):
        return False
    try:
        units[2 * offset : 2 * (offset + length)].decode("utf-16-le")
    except UnicodeDecodeError:
        return False
    return True


def replies_do_not_nest(message: Mapping[str, Any]) -> Faults:
    """A quoted message holds no further reply_to_message (Message.reply_to_message, .pinned_message)."""
    return tuple(
        (f".{field}.reply_to_message", "is given; a quoted message never tells what it replies to itself")
        for field in ("reply_to_message", "pinned_message")
        if "reply_to_message" in message.get(field, {})
    )


def chat_id_fits_its_type(chat: Mapping[str, Any]) -> Faults:
    kind, number = chat["type"], chat["id"]
    fits = {"private": number > 0, "group": _SUPERGROUPS_BELOW < number < 0}
    if fits.get(kind, number < _SUPERGROUPS_BELOW):
        return ()
    return ((".id", f"is {number}, which is no id of a {kind} chat"),)


def button_has_one_action(button: Mapping[str, Any]) -> Faults:
    actions = sorted(_ACTIONS & button.keys())
    if len(actions) != 1:
        return (("", f"has the actions {actions}; a button has exactly one"),)
    if not 1 <= len(button.get("callback_data", "-").encode()) <= _LONGEST_CALLBACK:
        return ((".callback_data", f"is not 1-{_LONGEST_CALLBACK} bytes long"),)
    return ()


def keyboard_is_not_empty(markup: Mapping[str, Any]) -> Faults:
    if markup["inline_keyboard"] and all(markup["inline_keyboard"]):
        return ()
    return ((".inline_keyboard", "has no button in it; the official server leaves it out"),)


OF_BOTH: Mapping[str, tuple[Rule, ...]] = {"InlineKeyboardButton": (button_has_one_action,)}
OF_SERVER: Mapping[str, tuple[Rule, ...]] = {
    "CallbackQuery": (coherence.tap_is_on_something,),
    "Chat": (chat_id_fits_its_type, coherence.chat_has_its_names),
    "ChatFullInfo": (chat_id_fits_its_type, coherence.chat_has_its_names),
    "ChatMemberUpdated": (coherence.change_is_of_one_member,),
    "InlineKeyboardMarkup": (keyboard_is_not_empty,),
    "Message": (
        coherence.message_holds_one_thing,
        coherence.fields_go_with_their_content,
        coherence.message_has_its_sender,
        coherence.message_is_in_order,
        replies_do_not_nest,
    ),
    "Update": (coherence.update_fits_its_chat,),
    "User": (coherence.bot_has_a_username,),
}
