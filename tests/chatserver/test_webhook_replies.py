"""A method in a webhook's answer is called, and nobody is told what came of it (WebhookActor.cpp: handle)."""

import pytest

from tests.chatserver.catcher import Answer, Catcher, calling
from tests.chatserver.harness import BotClient, PhoneClient

BOUNDARY = "a-boundary"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MULTIPART = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}


def parts(**fields: str) -> bytes:
    """The fields as aiogram sends them from a webhook: multipart."""
    encoded = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    return f"{''.join(encoded)}--{BOUNDARY}--\r\n".encode()


async def test_a_method_in_the_answer_is_called(bot: BotClient, catcher: Catcher, wang: PhoneClient) -> None:
    await bot.call("setWebhook", url=catcher.url)
    catcher.answers += [calling("SendMessage", chat_id=wang.id, text="收到")]
    await wang.send(await wang.open(bot), "在吗")
    assert (await wang.expect("message", text="收到"))["message"]["from"]["id"] == bot.id


async def test_the_answer_may_be_a_form_or_multipart(bot: BotClient, catcher: Catcher, wang: PhoneClient) -> None:
    # HttpReader.cpp: the same bodies as in a call; aiogram answers in multipart
    await bot.call("setWebhook", url=catcher.url)
    catcher.answers += [
        Answer(headers=FORM, body=f"method=sendMessage&chat_id={wang.id}&text=form".encode()),
        Answer(headers=MULTIPART, body=parts(method="sendMessage", chat_id=str(wang.id), text="multipart")),
    ]
    chat = await wang.open(bot)
    await wang.send(chat, "一")
    await wang.expect("message", text="form")
    await wang.send(chat, "二")
    await wang.expect("message", text="multipart")


async def test_what_comes_of_the_method_is_never_told(bot: BotClient, catcher: Catcher, wang: PhoneClient) -> None:
    # telegram.md §1.3: no message_id, no error
    await bot.call("setWebhook", url=catcher.url)
    catcher.answers += [
        calling("sendMessage", chat_id=4, text="谁?"),
        calling("noSuchMethod"),
        Answer(headers={"Content-Type": "application/json"}, body=b"{broken"),
        Answer(headers={"Content-Type": "text/html"}, body="好的".encode()),
        calling("sendMessage", chat_id=wang.id, text="最后"),
    ]
    chat = await wang.open(bot)
    for number in range(5):
        await wang.send(chat, f"{number}")
    await wang.expect("message", text="最后")
    info = await bot.call("getWebhookInfo")
    assert info["pending_update_count"] == 0
    assert "last_error_message" not in info
    assert len(catcher.posts) == 5


@pytest.mark.parametrize(
    "forbidden",
    [
        calling("deleteWebhook"),
        calling("setWebhook", url=""),
        calling("DELETEWEBHOOK"),
        calling("getUpdates", allowed_updates=["poll"]),
        calling("close"),
        calling("logOut"),
    ],
)
async def test_some_methods_are_never_called_from_an_answer(
    bot: BotClient, catcher: Catcher, wang: PhoneClient, forbidden: Answer
) -> None:
    await bot.call("setWebhook", url=catcher.url)
    catcher.answers += [forbidden, calling("sendMessage", chat_id=wang.id, text="还在")]
    chat = await wang.open(bot)
    await wang.send(chat, "一")
    await wang.send(chat, "二")
    await wang.expect("message", text="还在")
    info = await bot.call("getWebhookInfo")
    assert info["url"] == catcher.url
    assert "allowed_updates" not in info


async def test_a_method_in_an_answer_that_is_no_success_is_not_called(
    bot: BotClient, catcher: Catcher, wang: PhoneClient
) -> None:
    await bot.call("setWebhook", url=catcher.url)
    refused = calling("sendMessage", chat_id=wang.id, text="不该来")
    catcher.answers += [
        Answer("500 Internal Server Error", refused.headers, refused.body),
        calling("sendMessage", chat_id=wang.id, text="该来"),
    ]
    chat = await wang.open(bot)
    await wang.send(chat, "在吗")
    await wang.expect("message", text="该来")
    assert [message["text"] for message in await wang.messages(chat)] == ["在吗", "该来"]
