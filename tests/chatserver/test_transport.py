"""How a call may come over HTTP, as the official server reads it (HttpReader.cpp, HttpConnection.cpp)."""

import json
from typing import Any

import httpx
import pytest

from tests.chatserver.harness import BotClient, PhoneClient

FORM = {"content-type": "application/x-www-form-urlencoded"}
JSON = {"content-type": "application/json"}


async def ask(bot: BotClient, method: str, path: str = "getMe", **more: Any) -> tuple[int, Any]:
    answer = await bot.http.request(method, f"/bot{bot.token}/{path}", **more)
    return answer.status_code, answer.json()


async def send(bot: BotClient, **more: Any) -> Any:
    status, body = await ask(bot, "POST", "sendMessage", **more)
    assert status == 200, body
    return body["result"]


@pytest.mark.parametrize("name", ["getMe", "getme", "GETME", "GetMe"])
async def test_method_names_come_in_any_case(bot: BotClient, name: str) -> None:
    # Query.cpp:40
    assert (await ask(bot, "GET", name))[1]["result"]["id"] == bot.id


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_get_and_post_are_the_same(bot: BotClient, method: str) -> None:
    assert (await ask(bot, method))[1]["ok"] is True


@pytest.mark.parametrize("path", ["test/getMe", "/getMe"])
async def test_the_test_servers_address_leads_here(bot: BotClient, path: str) -> None:
    # HttpConnection.cpp:38
    status, body = await ask(bot, "GET", path)
    assert (status, body["ok"]) == ((200, True) if path.startswith("test") else (404, False))


@pytest.mark.envelopes_only("its address does not tell what the answer is to be")
async def test_the_method_may_be_an_argument(bot: BotClient) -> None:
    # Query.cpp:37
    assert (await ask(bot, "GET", "?method=getMe"))[1]["result"]["id"] == bot.id


async def test_arguments_come_by_query_form_json_and_multipart(bot: BotClient, wang: PhoneClient) -> None:
    await wang.start(bot)
    arguments = {"chat_id": str(wang.id), "text": "您好 & 再见"}
    sent = [
        await send(bot, params=arguments),
        await send(bot, data=arguments),
        await send(bot, json=arguments),
        await send(bot, json={"chat_id": wang.id, "text": "您好 & 再见"}),
        await send(bot, files={name: (None, value) for name, value in arguments.items()}),
    ]
    assert {message["text"] for message in sent} == {"您好 & 再见"}


async def test_what_is_said_first_counts(bot: BotClient, wang: PhoneClient) -> None:
    # Query.h:56: the first argument of that name, and the address is read before the body.
    await wang.start(bot)
    body = f"chat_id={wang.id}&text=body&text=again"
    assert (await send(bot, content=body, headers=FORM))["text"] == "body"
    assert (await send(bot, params={"text": "query"}, content=body, headers=FORM))["text"] == "query"


async def test_a_json_null_is_an_argument(bot: BotClient, wang: PhoneClient) -> None:
    # HttpReader.cpp:parse_json_parameters keeps the text of every value that is no string.
    await wang.start(bot)
    body = {"chat_id": wang.id, "text": "您好", "reply_markup": None}
    _, answer = await ask(bot, "POST", "sendMessage", json=body)
    assert answer["description"] == "Bad Request: object expected as reply markup"


@pytest.mark.parametrize("body", [b"{", b"[1]", b"nonsense", b"\xff\xfe", b'{"a": NaN}', b"[" * 100_000, b'"text"'])
async def test_a_broken_json_body_says_nothing(bot: BotClient, body: bytes) -> None:
    # HttpReader.cpp:224 only logs what was wrong.
    assert (await ask(bot, "POST", content=body, headers=JSON))[1]["ok"] is True
    _, answer = await ask(bot, "POST", "sendMessage", content=body, headers=JSON)
    assert answer["description"] == "Bad Request: message text is empty"


async def test_a_body_of_an_unknown_type_says_nothing(bot: BotClient) -> None:
    more = {"content": b'{"text": "hello"}', "headers": {"content-type": "text/plain"}}
    assert (await ask(bot, "POST", "sendMessage", **more))[1]["description"] == "Bad Request: message text is empty"


async def test_a_multipart_body_without_a_boundary_is_refused(bot: BotClient) -> None:
    status, answer = await ask(bot, "POST", content=b"x", headers={"content-type": "multipart/form-data"})
    assert (status, answer["error_code"]) == (400, 400)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
async def test_other_http_methods_are_refused(bot: BotClient, method: str) -> None:
    status, answer = await ask(bot, method)
    assert (status, answer) == (405, {"ok": False, "error_code": 405, "description": "Method Not Allowed"})


async def test_head_is_refused_without_a_body(bot: BotClient) -> None:
    answer = await bot.http.head(f"/bot{bot.token}/getMe")
    assert (answer.status_code, answer.content) == (405, b"")


async def test_a_compressed_body_is_refused(bot: BotClient) -> None:
    # HttpReader.cpp:106 knows gzip; we say that we do not.
    status, answer = await ask(bot, "POST", content=b"x", headers=JSON | {"content-encoding": "br"})
    assert (status, answer["description"]) == (415, "Unsupported Media Type: unsupported content-encoding")


@pytest.mark.parametrize("headers", [FORM, JSON])
async def test_parameters_over_a_megabyte_are_refused(bot: BotClient, headers: dict[str, str]) -> None:
    # HttpReader.h:109
    status, answer = await ask(bot, "POST", content=b"a=" + b"x" * (1 << 20), headers=headers)
    assert (status, answer["description"]) == (413, "Request Entity Too Large: too many parameters")


async def test_a_file_over_fifty_megabytes_is_refused(bot: BotClient) -> None:
    # telegram.md §1.2
    status, answer = await ask(bot, "POST", files={"document": b"x" * (50 * 1024 * 1024 + 1)})
    assert (status, answer["error_code"]) == (413, 413)


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("bot", 404, "Not Found"),
        ("bot1:abc", 404, "Not Found"),
        ("bot/getMe", 401, "Unauthorized: invalid token specified"),
        ("bot1/getMe", 401, "Unauthorized: invalid token specified"),
        ("bot0:abc/getMe", 401, "Unauthorized: invalid token specified"),
        ("bot-5:abc/getMe", 401, "Unauthorized: invalid token specified"),
        ("botabc:def/getMe", 421, "Misdirected Request: unallowed token specified"),
        ("bot1:%2e%2e%2f/getMe", 401, "Unauthorized"),
        (f"bot1:{'a' * 90}/getMe", 401, "Unauthorized: invalid token specified"),
        ("bot99999999999999999:abc/getMe", 401, "Unauthorized: invalid token specified"),
        ("bot123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/getMe", 401, "Unauthorized"),
    ],
)
async def test_what_is_no_token_of_a_bot_is_refused(
    http: httpx.AsyncClient, path: str, code: int, description: str
) -> None:
    # ClientManager.cpp:68-84, HttpConnection.cpp:26-52
    answer = await http.get(f"/{path}")
    assert answer.status_code == code
    assert answer.json() == {"ok": False, "error_code": code, "description": description}


@pytest.mark.parametrize("name", ["sendMassage", "getMe/", "..%2fgetMe", "getMe%00", "sendmessage ", "%F0%9F%92%A9"])
async def test_an_unknown_method_is_not_found(bot: BotClient, name: str) -> None:
    # Client.cpp:12664
    status, answer = await ask(bot, "GET", name)
    assert status == 404
    assert answer["description"].startswith("Not Found")


@pytest.mark.parametrize("text", [b"\xff", b"%FF", b"%ED%A0%80"])
async def test_text_that_is_no_utf8_is_refused(bot: BotClient, text: bytes) -> None:
    # MessageEntity.cpp:4484
    _, answer = await ask(bot, "POST", "sendMessage", content=b"text=" + text, headers=FORM)
    assert answer["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_half_a_character_in_json_is_refused(bot: BotClient, wang: PhoneClient) -> None:
    await wang.start(bot)
    keyboard = json.dumps({"inline_keyboard": [[{"text": "\ud800", "callback_data": "1"}]]})
    arguments = {"chat_id": wang.id, "text": "您好", "reply_markup": keyboard}
    _, answer = await ask(bot, "POST", "sendMessage", data=arguments)
    assert answer["description"] == "Bad Request: can't parse reply keyboard markup JSON object"


async def test_nul_characters_become_spaces(bot: BotClient, wang: PhoneClient) -> None:
    # misc.cpp:clean_input_string
    await wang.start(bot)
    assert (await send(bot, json={"chat_id": wang.id, "text": "a\0b"}))["text"] == "a b"


async def test_an_empty_method_is_not_found(bot: BotClient) -> None:
    assert (await ask(bot, "GET", ""))[1]["description"] == "Not Found: method not found"
