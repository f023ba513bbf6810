"""The event stream: everything once, in order, from where the phone was."""

import asyncio
import json
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.chatserver.harness import PATIENCE, BotClient, Operator, PhoneClient


async def texts(phone: PhoneClient, until: str, after: int = 0) -> list[str]:
    """The texts of the messages that the stream brings, up to this one."""
    socket = await phone.connect(after)
    received: list[str] = []
    async with asyncio.timeout(PATIENCE):
        while until not in received[-1:]:
            event = json.loads(await socket.recv())
            if event["kind"] == "message":
                received.append(event["message"]["text"])
    return received


async def test_a_phone_catches_up_page_by_page_and_then_follows(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    said = [f"第{number}句" for number in range(230)]
    for text in said:
        await wang.send(chat, text)
    caught_up = asyncio.create_task(texts(wang, "现在"))
    await bot.call("sendMessage", chat_id=wang.id, text="现在")
    assert await caught_up == ["/start", *said, "现在"]


async def test_the_stream_goes_on_from_the_seq_of_the_chat_list(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    await wang.send(chat, "以前的")
    seq = (await wang.get("chats"))["seq"]
    await wang.send(chat, "以后的")
    assert await texts(wang, "以后的", after=seq) == ["以后的"]


async def test_events_are_numbered_upwards(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    sent = await wang.send(chat, "井干了")
    await wang.post(f"chats/{chat}/messages/{sent['message_id']}/delete")
    await wang.expect("deleted")
    numbers = [event["seq"] for event in wang.passed_over()]
    assert numbers == sorted(set(numbers))


async def test_two_phones_of_one_person_both_follow(operator: Operator, bot: BotClient, wang: PhoneClient) -> None:
    second = await operator.sign_in(wang.user)
    chat = await wang.start(bot)
    await wang.send(chat, "在这部手机上说的")
    event = await second.expect("message", text="在这部手机上说的")
    assert event["message"]["out"] is True


async def test_a_message_deleted_meanwhile_comes_without_its_words(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    sent = await wang.send(chat, "不想让人看见")
    await wang.post(f"chats/{chat}/messages/{sent['message_id']}/delete")
    event = await wang.expect("message", message_id=sent["message_id"])
    assert event["message"]["deleted"] is True
    assert "text" not in event["message"]


async def test_a_chat_joined_while_following_is_followed_too(operator: Operator, wang: PhoneClient) -> None:
    await wang.connect()
    await operator.add_chat("supergroup", "东村", (wang, "creator"))
    chat = (await wang.expect("chat"))["chat"]
    await wang.send(chat, "有人吗")
    assert (await wang.expect("message", text="有人吗"))["chat"] == chat


async def test_somebody_at_work_is_shown_and_kept_nowhere(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    await wang.expect("message", text="/start")
    await typing_until_heard(bot, wang, chat)
    late = await wang.connect(0)
    async with asyncio.timeout(PATIENCE):
        assert json.loads(await late.recv())["kind"] != "typing"


async def typing_until_heard(bot: BotClient, phone: PhoneClient, chat: int) -> None:
    """The phone listens a moment after its last event came, so a bot that is at work says so again and again."""
    heard = asyncio.create_task(phone.expect("typing"))
    while not heard.done():
        await bot.call("sendChatAction", chat_id=phone.id, action="typing")
        await asyncio.wait({heard}, timeout=0.05)
    event = heard.result()
    assert (event["chat"], event["action"], event["from"]["id"]) == (chat, "typing", bot.id)
    assert "seq" not in event


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "9" * 30])
async def test_a_place_in_the_stream_that_is_no_number_is_refused(wang: PhoneClient, after: Any) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await wang.connect(after)
    assert refused.value.response.status_code == 400


async def test_a_phone_that_is_not_signed_in_is_told_so_and_hung_up_on(wang: PhoneClient) -> None:
    wang.headers = {"Authorization": "Bearer wrong"}
    socket = await wang.connect()
    assert json.loads(await socket.recv()) == {"kind": "ended"}
    with pytest.raises(ConnectionClosed) as closed:
        await socket.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401


async def test_whatever_a_phone_says_on_the_stream_does_no_harm(bot: BotClient, wang: PhoneClient) -> None:
    socket = await wang.connect()
    await socket.send("{")
    await socket.send(b"\x00" * 1000)
    await wang.start(bot)
    assert (await wang.expect("message"))["message"]["text"] == "/start"
