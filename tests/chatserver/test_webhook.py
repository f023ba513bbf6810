"""Updates are posted to webhooks as the official server posts them."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.chatserver.delivery.retries import GONE_FOR, Goodbye, Retry
from tests.chatserver.catcher import Answer, Catcher, catching
from tests.chatserver.harness import BotClient, Json, Operator, PhoneClient
from tests.chatserver.process import ServerProcess
from tests.chatserver.serving import people_of

SECRET = "a-secret_Only-the-Two-know"
UNAVAILABLE = Answer("503 Service Unavailable", {"Retry-After": "3600"})


@pytest.fixture
async def catcher() -> AsyncIterator[Catcher]:
    async with catching() as caught:
        yield caught


@pytest.fixture
async def hooked(bot: BotClient, catcher: Catcher) -> AsyncIterator[BotClient]:
    """The bot, with the catcher as its webhook."""
    await bot.call("setWebhook", url=catcher.url, secret_token=SECRET)
    yield bot
    await bot.call("deleteWebhook", drop_pending_updates=True)


async def info_when(bot: BotClient, **wanted: object) -> Json:
    """What getWebhookInfo says as soon as these fields of it are so."""
    async with asyncio.timeout(20):
        while True:
            info: Json = await bot.call("getWebhookInfo")
            if all(info.get(name) == value for name, value in wanted.items()):
                return info


async def failed(bot: BotClient, status: str) -> Json:
    return await info_when(bot, last_error_message=f"Wrong response from the webhook: {status}")


async def test_an_update_is_posted_with_the_secret_and_confirmed_by_the_answer(
    hooked: BotClient, catcher: Catcher, wang: PhoneClient
) -> None:
    # WebhookActor.cpp: send_update, on_update_ok
    await wang.send(await wang.open(hooked), "水管坏了")
    post = await catcher.next()
    assert post.headers["x-telegram-bot-api-secret-token"] == SECRET
    assert post.headers["content-type"] == "application/json"
    assert post.path == "/hook"
    assert post.text == "水管坏了"
    assert (await info_when(hooked, pending_update_count=0)).get("last_error_message") is None


async def test_any_2xx_confirms(hooked: BotClient, catcher: Catcher, wang: PhoneClient) -> None:
    # WebhookActor.cpp: handle, 200 <= code <= 299
    catcher.answers += [Answer("201 Created"), Answer("202 Accepted"), Answer("204 No Content")]
    chat = await wang.open(hooked)
    for number in range(3):
        await wang.send(chat, f"{number}")
    assert [(await catcher.next()).text for _ in range(3)] == ["0", "1", "2"]
    await info_when(hooked, pending_update_count=0)
    assert len(catcher.posts) == 3


@pytest.mark.parametrize("status", ["302 Found", "404 Not Found", "500 Internal Server Error"])
async def test_what_is_no_2xx_is_tried_again_at_once(
    hooked: BotClient, catcher: Catcher, wang: PhoneClient, status: str
) -> None:
    # WebhookActor.cpp: on_update_error, fail_count_ == 0
    catcher.answers += [Answer(status, {"Location": catcher.url})]
    await wang.send(await wang.open(hooked), "在吗")
    first, second = await catcher.next(), await catcher.next()
    assert first.update == second.update
    await info_when(hooked, pending_update_count=0, last_error_message=f"Wrong response from the webhook: {status}")


async def test_messages_of_one_chat_come_one_after_the_other_and_chats_side_by_side(
    hooked: BotClient, catcher: Catcher, wang: PhoneClient, sun: PhoneClient
) -> None:
    # WebhookActor.cpp: one request in flight per queue; Client.cpp:17959, the queue is the chat
    catcher.gate.clear()
    hers, his = await wang.open(hooked), await sun.open(hooked)
    await wang.send(hers, "大娘一")
    await wang.send(hers, "大娘二")
    assert (await catcher.next()).text == "大娘一"
    await sun.send(his, "干部一")
    assert (await catcher.next()).text == "干部一"
    await info_when(hooked, pending_update_count=3)
    assert len(catcher.posts) == 2
    catcher.gate.set()
    assert (await catcher.next()).text == "大娘二"


async def test_a_tap_may_overtake_a_message(hooked: BotClient, catcher: Catcher, wang: PhoneClient) -> None:
    # Client.cpp:17155: a tap's queue is user_id + (3 << 33); telegram.md §1.3
    chat = await wang.start(hooked)
    await catcher.next()
    keyboard = {"inline_keyboard": [[{"text": "满意", "callback_data": "ok"}]]}
    sent = await hooked.call("sendMessage", chat_id=wang.id, text="满意吗?", reply_markup=keyboard)
    catcher.gate.clear()
    await wang.send(chat, "等一下")
    assert (await catcher.next()).text == "等一下"
    await wang.tap(chat, sent["message_id"], "ok")
    assert (await catcher.next()).update["callback_query"]["data"] == "ok"


async def test_no_more_posts_are_under_way_than_max_connections(
    bot: BotClient, catcher: Catcher, wang: PhoneClient, sun: PhoneClient
) -> None:
    # Bot API: setWebhook, max_connections
    await bot.call("setWebhook", url=catcher.url, max_connections=1)
    catcher.gate.clear()
    for phone in (wang, sun):
        await phone.send(await phone.open(bot), "我先来")
    await catcher.next()
    await info_when(bot, pending_update_count=2)
    assert len(catcher.posts) == 1
    catcher.gate.set()
    await catcher.next()
    await info_when(bot, pending_update_count=0)


def test_retries_come_at_once_then_doubling_up_to_a_minute_or_two() -> None:
    # WebhookActor.cpp: on_update_error; WEBHOOK_MAX_RESEND_TIMEOUT = 60
    retry = Retry()
    waits = [retry.after_failure(0) for _ in range(12)]
    assert waits[:6] == [0, 2, 4, 8, 16, 32]
    assert all(60 <= wait <= 120 for wait in waits[6:])


def test_a_wait_that_the_webhook_asks_for_is_kept_up_to_an_hour() -> None:
    # WebhookActor.cpp: MAX_RETRY_AFTER = 3600; it takes the place of the doubling
    retry = Retry()
    assert [retry.after_failure(asked) for asked in (10, 5000, 0, 0, 7, 0)] == [10, 3600, 2, 4, 7, 8]


def test_only_23_hours_of_nothing_but_410_close_a_webhook() -> None:
    # WebhookActor.cpp: handle, WEBHOOK_DROP_TIMEOUT; a lost connection tells neither way
    goodbye = Goodbye()
    assert not goodbye.heard(410, 0)
    assert not goodbye.heard(410, GONE_FOR)
    assert not goodbye.heard(None, GONE_FOR + 1)
    assert goodbye.heard(410, GONE_FOR + 2)
    assert not goodbye.heard(500, GONE_FOR + 3)
    assert not goodbye.heard(410, GONE_FOR + 4)


async def test_retry_after_is_honoured_and_blocks_only_that_chat(
    hooked: BotClient, catcher: Catcher, wang: PhoneClient, sun: PhoneClient, operator: Operator
) -> None:
    # WebhookActor.cpp: on_update_error; telegram.md §1.3, "only that queue is blocked"
    catcher.answers += [UNAVAILABLE]
    await wang.send(await wang.open(hooked), "堵住了")
    assert (await catcher.next()).text == "堵住了"
    await failed(hooked, "503 Service Unavailable")
    await operator.advance(3000)
    await sun.send(await sun.open(hooked), "我的通")
    assert (await catcher.next()).text == "我的通"
    await info_when(hooked, pending_update_count=1)
    await operator.advance(600)
    assert (await catcher.next()).text == "堵住了"


async def test_an_update_that_expires_before_the_next_try_is_given_up(
    hooked: BotClient, catcher: Catcher, wang: PhoneClient, operator: Operator
) -> None:
    # WebhookActor.cpp: on_update_error, "Drop update"; Client.cpp:17053
    catcher.answers += [UNAVAILABLE, UNAVAILABLE]
    chat = await wang.open(hooked)
    await wang.send(chat, "昨天")
    await catcher.next()
    error = await failed(hooked, "503 Service Unavailable")
    await operator.advance(86_400 - 1800)
    await catcher.next()
    assert (await info_when(hooked, pending_update_count=0))["last_error_date"] > error["last_error_date"]
    await wang.send(chat, "今天")
    assert (await catcher.next()).text == "今天"


async def test_a_tap_is_given_up_after_150_seconds(
    hooked: BotClient, catcher: Catcher, wang: PhoneClient, operator: Operator
) -> None:
    # Client.cpp:17155
    chat = await wang.start(hooked)
    await catcher.next()
    keyboard = {"inline_keyboard": [[{"text": "满意", "callback_data": "ok"}]]}
    sent = await hooked.call("sendMessage", chat_id=wang.id, text="满意吗?", reply_markup=keyboard)
    catcher.answers += [Answer("503 Service Unavailable", {"Retry-After": "151"})]
    await wang.tap(chat, sent["message_id"], "ok")
    await catcher.next()
    await failed(hooked, "503 Service Unavailable")
    await info_when(hooked, pending_update_count=0)
    await operator.advance(200)
    await wang.send(chat, "还在吗")
    assert (await catcher.next()).text == "还在吗"


async def test_a_webhook_that_says_410_for_23_hours_is_closed_and_keeps_its_updates(
    hooked: BotClient, catcher: Catcher, wang: PhoneClient, operator: Operator
) -> None:
    # WebhookActor.cpp: handle, "Close webhook because of HTTP 410 errors"; Client.cpp:15944
    catcher.usual = Answer("410 Gone")
    await wang.send(await wang.open(hooked), "搬走了")
    await failed(hooked, "410 Gone")
    await operator.advance(GONE_FOR + 10)
    assert "last_error_date" not in await info_when(hooked, url="", pending_update_count=1)
    [update] = await hooked.call("getUpdates")
    assert update["message"]["text"] == "搬走了"


async def test_a_connection_that_closes_without_a_word_is_tried_again(
    hooked: BotClient, catcher: Catcher, wang: PhoneClient
) -> None:
    # WebhookActor.cpp: handle(nullptr), "Webhook connection closed"
    catcher.answers += [None]
    await wang.send(await wang.open(hooked), "喂?")
    assert (await catcher.next()).update == (await catcher.next()).update
    await info_when(hooked, pending_update_count=0, last_error_message="Webhook connection closed")


async def test_nobody_at_home_is_told_in_the_systems_words(bot: BotClient, wang: PhoneClient) -> None:
    # WebhookActor.cpp: on_connection_error
    await bot.call("setWebhook", url="http://127.0.0.1:1/hook")
    await wang.send(await wang.open(bot), "有人吗")
    await info_when(bot, pending_update_count=1, last_error_message="Connection refused")
    await bot.call("deleteWebhook")


async def test_credentials_in_the_address_are_sent_as_basic_authorization(
    bot: BotClient, catcher: Catcher, wang: PhoneClient
) -> None:
    # WebhookActor.cpp: send_update, userinfo_
    await bot.call("setWebhook", url=catcher.url.replace("//", "//county:key@"))
    await wang.send(await wang.open(bot), "你好")
    assert (await catcher.next()).headers["authorization"] == "Basic Y291bnR5OmtleQ=="


async def test_posts_go_to_the_address_that_was_asked_for(bot: BotClient, catcher: Catcher, wang: PhoneClient) -> None:
    # Bot API: setWebhook, ip_address, "instead of the IP address resolved through DNS"
    url = catcher.url.replace("127.0.0.1", "county.invalid")
    await bot.call("setWebhook", url=url, ip_address="127.0.0.1")
    await wang.send(await wang.open(bot), "你好")
    host, _, _ = (await catcher.next()).headers["host"].partition(":")
    assert host == "county.invalid"


async def test_an_update_can_be_made_to_reach_a_webhook_twice(
    hooked: BotClient, catcher: Catcher, wang: PhoneClient, operator: Operator
) -> None:
    # docs/chatserver.md: the fault `duplicate`
    await operator.post("faults", kind="duplicate", bot=hooked.id, times=1)
    chat = await wang.open(hooked)
    await wang.send(chat, "一遍")
    assert (await catcher.next()).update == (await catcher.next()).update
    await wang.send(chat, "两遍")
    assert (await catcher.next()).text == "两遍"


async def test_posting_goes_on_after_the_server_was_killed(tmp_path_factory: pytest.TempPathFactory) -> None:
    # ClientManager.cpp:366: webhooks are restored from their own store
    process = ServerProcess(tmp_path_factory.mktemp("restart"))
    process.start()
    try:
        async with people_of(process) as (bot, wang), catching() as catcher:
            await bot.call("setWebhook", url=catcher.url, secret_token=SECRET)
            catcher.answers += [UNAVAILABLE]
            await wang.send(await wang.open(bot), "别忘了我")
            await failed(bot, "503 Service Unavailable")
            process.kill()
            process.start()
            first, again = await catcher.next(), await catcher.next()
            assert first.update == again.update
            assert again.headers["x-telegram-bot-api-secret-token"] == SECRET
    finally:
        process.stop()
