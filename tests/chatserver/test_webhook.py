"""Updates are posted to webhooks as the official server posts them."""

from tests.chatserver.catcher import SECRET, Answer, Catcher
from tests.chatserver.harness import BotClient, Operator, PhoneClient
from tests.chatserver.serving import info_when


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
