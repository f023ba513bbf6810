"""Hand-written payloads as the official server would send them, and ways to spoil them."""

import copy
from typing import Any

Json = dict[str, Any]

VILLAGER: Json = {
    "id": 7001,
    "is_bot": False,
    "first_name": "李",
    "last_name": "秀英",
    "language_code": "zh-hans",
}
BOT: Json = {"id": 42, "is_bot": True, "first_name": "回音", "username": "huiyin_bot"}
PRIVATE: Json = {"id": 7001, "type": "private", "first_name": "李", "last_name": "秀英"}
FORUM: Json = {"id": -1001234567890, "type": "supergroup", "title": "东村网格", "is_forum": True}
PHOTO: Json = {"file_id": "AgAD1", "file_unique_id": "AQAD1", "width": 90, "height": 60, "file_size": 1200}
KEYBOARD: Json = {
    "inline_keyboard": [
        [{"text": "交上去", "callback_data": "hand:127:3", "style": "success"}],
        [{"text": "回音壁", "url": "https://example.org/"}],
    ]
}
CARD: Json = {
    "message_id": 11,
    "from": BOT,
    "chat": PRIVATE,
    "date": 1764000000,
    "text": "收到了😀 东-127",
    "entities": [{"type": "bold", "offset": 6, "length": 5}],
    "reply_markup": KEYBOARD,
}
TEXT: Json = {
    "message_id": 12,
    "from": VILLAGER,
    "chat": PRIVATE,
    "date": 1764000060,
    "text": "路灯坏了",
    "reply_to_message": CARD,
}
OLD_REPLY: Json = TEXT | {"message_id": 9, "reply_to_message": CARD | {"message_id": 8}}
TOPIC_ROOT: Json = {
    "message_id": 3,
    "from": BOT,
    "chat": FORUM,
    "date": 1764000000,
    "message_thread_id": 3,
    "is_topic_message": True,
    "forum_topic_created": {"name": "东-127", "icon_color": 7322096},
}
IN_TOPIC: Json = {
    "message_id": 4,
    "from": BOT,
    "chat": FORUM,
    "date": 1764000000,
    "message_thread_id": 3,
    "is_topic_message": True,
    "photo": [PHOTO],
    "caption": "照片",
    "reply_to_message": TOPIC_ROOT,
}
VOICE: Json = {
    "message_id": 13,
    "from": VILLAGER,
    "chat": PRIVATE,
    "date": 1764000070,
    "voice": {"file_id": "AwAD1", "file_unique_id": "AgAD9", "duration": 4, "mime_type": "audio/ogg"},
}
TAP: Json = {"id": "918", "from": VILLAGER, "message": CARD, "chat_instance": "-55", "data": "hand:127:3"}
LATE_TAP: Json = TAP | {"message": {"chat": PRIVATE, "message_id": 11, "date": 0}}
MEMBER: Json = {"user": BOT, "status": "member"}
BLOCKED: Json = {"user": BOT, "status": "kicked", "until_date": 0}
BLOCK: Json = {
    "chat": PRIVATE,
    "from": VILLAGER,
    "date": 1764000000,
    "old_chat_member": MEMBER,
    "new_chat_member": BLOCKED,
}
UPDATE: Json = {"update_id": 501, "message": TEXT}
FLOOD: Json = {
    "ok": False,
    "error_code": 429,
    "description": "Too Many Requests: retry after 3",
    "parameters": {"retry_after": 3},
}
MIGRATED: Json = {
    "ok": False,
    "error_code": 400,
    "description": "Bad Request: group chat was upgraded to a supergroup chat",
    "parameters": {"migrate_to_chat_id": -1001234567890},
}

GONE = object()


def spoilt(payload: Json, path: str, value: object) -> Json:
    """A copy with the value at a path such as `entities.0.type` replaced, or left out where it is `GONE`."""
    changed = copy.deepcopy(payload)
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = changed
    for step in steps:
        place = place[step]
    if value is GONE:
        del place[last]
    else:
        place[last] = value
    return changed


def ok(result: object) -> Json:
    return {"ok": True, "result": result}
