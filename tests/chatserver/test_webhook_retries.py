"""What a webhook did not take is posted again, or given up, as the official server does it."""

import pytest

from bot.chatserver.delivery.retries import GONE_FOR, Goodbye, Retry
from tests.chatserver.catcher import SECRET, Answer, Catcher, catching
from tests.chatserver.harness import BotClient, Operator, PhoneClient
from tests.chatserver.process import ServerProcess
from tests.chatserver.serving import failed, info_when, people_of

UNAVAILABLE = Answer("503 Service Unavailable", {"Retry-After": "3600"})


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
