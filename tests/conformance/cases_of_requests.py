"""Parameters as clients send them, right, and wrong in one way each."""

from tests.conformance.exchange import Upload
from tests.conformance.samples import Json

RIGHT_REQUESTS: list[tuple[str, Json]] = [
    ("getMe", {}),
    ("sendmessage", {"chat_id": "7001", "text": "123"}),
    ("sendMessage", {"chat_id": "@echo_wall", "text": "好", "parse_mode": "HTML"}),
    ("sendMessage", {"chat_id": 7001, "text": "好", "disable_notification": True}),
    ("sendMessage", {"chat_id": "1", "text": "好", "reply_markup": '{"remove_keyboard": true}'}),
    (
        "sendMessage",
        {"chat_id": "1", "text": "好", "reply_markup": '{"force_reply": true, "selective": false}'},
    ),
    ("sendPhoto", {"chat_id": "1", "photo": Upload("a.jpg", 10)}),
    ("sendPhoto", {"chat_id": "1", "photo": "attach://p", "p": Upload("a.jpg", 10)}),
    ("sendPhoto", {"chat_id": "1", "photo": "AgAD1"}),
    (
        "sendMediaGroup",
        {"chat_id": "1", "media": '[{"type":"photo","media":"attach://p"}]', "p": Upload("a.jpg", 10)},
    ),
    ("getUpdates", {"offset": "-1", "timeout": "50", "allowed_updates": '["message","callback_query"]'}),
    ("getUpdates", {"allowed_updates": "[]"}),
    ("setWebhook", {"url": ""}),
    (
        "setMyCommands",
        {"commands": '[{"command":"help","description":"帮助"}]', "scope": '{"type":"default"}'},
    ),
    ("banChatMember", {"chat_id": "-100", "user_id": "5", "until_date": "0"}),
]

WRONG_REQUESTS: dict[str, tuple[str, Json, str]] = {
    "an unknown method": ("sendLove", {}, "calls 'sendLove'"),
    "a misspelt parameter": ("getMe", {"verbose": "1"}, "$.verbose is no parameter"),
    "a deprecated parameter": (
        "sendMessage",
        {"chat_id": "1", "text": "好", "reply_to_message_id": "5"},
        "$.reply_to_message_id is no parameter",
    ),
    "a required parameter missing": ("sendMessage", {"chat_id": "1"}, "$.text is missing"),
    "a chat that is neither": (
        "sendMessage",
        {"chat_id": "me", "text": "好"},
        "neither a number nor an @name",
    ),
    "a Boolean in Python's words": (
        "sendMessage",
        {"chat_id": "1", "text": "好", "protect_content": "True"},
        "$.protect_content is the String",
    ),
    "a number that is none": ("getUpdates", {"limit": "many"}, "which is no JSON"),
    "a quoted number": ("getUpdates", {"limit": '"5"'}, "$.limit is the String"),
    "null sent as a word": ("getUpdates", {"limit": "null"}, "$.limit is null"),
    "an unknown parse mode": (
        "sendMessage",
        {"chat_id": "1", "text": "好", "parse_mode": "BBCode"},
        "parse_mode",
    ),
    "an unknown action": ("sendChatAction", {"chat_id": "1", "action": "dancing"}, "$.action is the String"),
    "an unknown update kind": ("getUpdates", {"allowed_updates": '["gossip"]'}, "$.allowed_updates[0]"),
    "markup of no known kind": (
        "sendMessage",
        {"chat_id": "1", "text": "好", "reply_markup": "{}"},
        "reply_markup",
    ),
    "a button with a field too many": (
        "sendMessage",
        {
            "chat_id": "1",
            "text": "好",
            "reply_markup": '{"inline_keyboard":[[{"text":"a","callback_data":"b","colour":"red"}]]}',
        },
        "$.reply_markup.inline_keyboard[0][0].colour is no field",
    ),
    "an entity beyond the text": (
        "sendMessage",
        {"chat_id": "1", "text": "好", "entities": '[{"type":"bold","offset":0,"length":2}]'},
        "$.entities[0] does not lie",
    ),
    "a file for a text": ("sendMessage", {"chat_id": "1", "text": Upload("a.txt", 1)}, "$.text is a file"),
    "an attachment that is not there": ("sendPhoto", {"chat_id": "1", "photo": "attach://p"}, "attaches 'p'"),
    "a file that nothing attaches": (
        "sendPhoto",
        {"chat_id": "1", "photo": "AgAD1", "q": Upload("a.jpg", 1)},
        "$.q is a file that nothing attaches",
    ),
}
