"""One person can never read another's chat, file or event, by any id."""

import httpx
import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused

SECRET = "我家的事,别告诉人"


@pytest.fixture
async def private_chat(bot: BotClient, wang: PhoneClient) -> tuple[int, int]:
    """王大娘's chat with the bot, and a message of hers there."""
    chat = await wang.start(bot)
    return chat, (await wang.send(chat, SECRET))["message_id"]


READS = ("chats/{chat}", "chats/{chat}/messages", "chats/{chat}/messages?before=99&limit=9")
WRITES: tuple[tuple[str, dict[str, object]], ...] = (
    ("chats/{chat}/messages", {"text": "是我"}),
    ("chats/{chat}/messages", {"text": "是我", "reply_to": 2}),
    ("chats/{chat}/start", {}),
    ("chats/{chat}/read", {"up_to": 2}),
    ("chats/{chat}/messages/{message}/edit", {"text": "改了"}),
    ("chats/{chat}/messages/{message}/delete", {}),
    ("chats/{chat}/messages/{message}/tap", {"data": "x"}),
    ("chats/{chat}/block", {}),
    ("chats/{chat}/unblock", {}),
    ("chats/{chat}/leave", {}),
    ("chats/{chat}/members", {"username": "some_bot"}),
)


async def test_anothers_chat_is_as_if_it_were_not_there(sun: PhoneClient, private_chat: tuple[int, int]) -> None:
    chat, message = private_chat
    calls = [("GET", path, None) for path in READS] + [("POST", path, body) for path, body in WRITES]
    for verb, path, body in calls:
        theirs = await ask(sun, verb, path.format(chat=chat, message=message), body)
        nothing = await ask(sun, verb, path.format(chat=2**40, message=message), body)
        assert theirs.status_code == 404, path
        assert theirs.text == nothing.text, path


async def ask(phone: PhoneClient, verb: str, path: str, body: object) -> httpx.Response:
    return await phone.http.request(verb, f"{phone.base}/{path}", json=body, headers=phone.headers)


@pytest.mark.parametrize("chat", ["0", "-1", "99999999999999999999", "x", "1%2F..%2F2"])
async def test_an_id_that_cannot_be_one_is_not_found(wang: PhoneClient, chat: str) -> None:
    assert (await ask(wang, "GET", f"chats/{chat}", None)).status_code == 404


async def test_anothers_messages_never_come_as_events(
    bot: BotClient, sun: PhoneClient, private_chat: tuple[int, int]
) -> None:
    chat = await sun.start(bot)
    await sun.send(chat, "到此为止")
    await sun.expect("message", text="到此为止")
    assert {event["chat"] for event in sun.passed_over()} == {chat}


async def test_a_reply_cannot_draw_a_message_out_of_anothers_chat(
    bot: BotClient, sun: PhoneClient, private_chat: tuple[int, int]
) -> None:
    chat = await sun.start(bot)
    _, message = private_chat
    with pytest.raises(Refused, match="404"):
        await sun.send(chat, "她说了什么?", reply_to=message)


async def test_whoever_is_removed_sees_nothing_new(operator: Operator, wang: PhoneClient, sun: PhoneClient) -> None:
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"), (sun, "member"))
    chat = (await wang.chat("东村"))["id"]
    await wang.send(chat, "大家都在")
    await sun.expect("message", text="大家都在")
    await operator.set_member(group, sun, "kicked")
    await wang.send(chat, SECRET)
    with pytest.raises(Refused, match="404"):
        await sun.messages(chat)
    assert await sun.chats() == []
    await operator.set_member(await operator.add_chat("supergroup", "西村", (wang, "creator")), sun, "member")
    await sun.send((await sun.chat("西村"))["id"], "到此为止")
    await sun.expect("message", text="到此为止")
    assert SECRET not in str(sun.passed_over())


async def test_whoever_was_never_a_member_sees_nothing_old(
    operator: Operator, wang: PhoneClient, sun: PhoneClient
) -> None:
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"))
    await wang.send((await wang.chat("东村"))["id"], SECRET)
    await operator.set_member(group, sun, "kicked")
    await operator.add_chat("supergroup", "西村", (sun, "creator"))
    await sun.send((await sun.chat("西村"))["id"], "到此为止")
    await sun.expect("message", text="到此为止")
    assert SECRET not in str(sun.passed_over())
    assert "东村" not in str(sun.passed_over())


async def test_a_toast_is_for_the_one_who_tapped(
    operator: Operator, bot: BotClient, wang: PhoneClient, sun: PhoneClient
) -> None:
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"), (sun, "member"), (bot, "member"))
    card = await bot.call("sendMessage", chat_id=group, text="看一下")
    chat = (await wang.chat("东村"))["id"]
    tap = await wang.tap(chat, card["message_id"], "open")
    await bot.call("answerCallbackQuery", callback_query_id=tap, text=SECRET)
    assert (await wang.expect("toast"))["text"] == SECRET
    await wang.send(chat, "到此为止")
    await sun.expect("message", text="到此为止")
    assert SECRET not in str(sun.passed_over())


async def fetch(phone: PhoneClient, file_id: str) -> int:
    return (await ask(phone, "GET", f"files/{file_id}", None)).status_code


async def test_anothers_file_is_as_if_it_were_not_there(bot: BotClient, wang: PhoneClient, sun: PhoneClient) -> None:
    chat = await wang.start(bot)
    (sent,) = await wang.send_files(chat, "document", ("病历.txt", SECRET.encode(), "text/plain"))
    file_id = sent["document"]["file_id"]
    assert await fetch(wang, file_id) == 200
    await sun.start(bot)
    assert await fetch(sun, file_id) == 404


async def test_a_file_is_out_of_reach_with_its_message_or_ones_membership(
    operator: Operator, wang: PhoneClient, sun: PhoneClient, li: PhoneClient
) -> None:
    members = ((wang, "creator"), (sun, "member"), (li, "member"))
    group = await operator.add_chat("supergroup", "东村", *members)
    chat = (await wang.chat("东村"))["id"]
    (sent,) = await wang.send_files(chat, "document", ("名单.txt", SECRET.encode(), "text/plain"))
    file_id = sent["document"]["file_id"]
    assert [await fetch(phone, file_id) for phone in (sun, li)] == [200, 200]
    await operator.set_member(group, li, "left")
    assert [await fetch(phone, file_id) for phone in (sun, li)] == [200, 404]
    await wang.post(f"chats/{chat}/messages/{sent['message_id']}/delete")
    assert [await fetch(phone, file_id) for phone in (sun, li)] == [404, 404]
