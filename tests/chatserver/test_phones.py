"""What a person can do with a phone."""

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused

BUTTON = {"inline_keyboard": [[{"text": "交上去", "callback_data": "file:1"}]]}


async def test_a_bot_and_a_phone_talk(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    assert (await bot.receive(text="/start"))["from"]["id"] == wang.id
    await bot.call("sendMessage", chat_id=wang.id, text="您好,有什么事?")
    event = await wang.expect("message", text="您好,有什么事?")
    assert event["chat"] == chat
    assert event["message"]["from"]["id"] == bot.id
    await wang.send(chat, "门前的路灯坏了")
    assert (await bot.receive(text="门前的路灯坏了"))["chat"] == {
        "id": wang.id,
        "type": "private",
        "first_name": "王大娘",
    }


async def test_a_chat_begins_when_the_person_opens_it(bot: BotClient, wang: PhoneClient) -> None:
    assert await wang.chats() == []
    with pytest.raises(Refused, match="chat not found"):
        await bot.call("sendMessage", chat_id=wang.id, text="有人吗")
    opened = await wang.post("chats", username=f"@{bot.username.upper()}")
    assert opened["bot"]["id"] == bot.id
    assert opened["title"] == "回音"
    assert [chat["id"] for chat in await wang.chats()] == [opened["id"]]


async def test_a_name_that_nobody_has_is_not_found(wang: PhoneClient) -> None:
    with pytest.raises(Refused, match="没有找到"):
        await wang.post("chats", username="nobody_at_all_bot")


@pytest.mark.parametrize(
    ("payload", "arrives"),
    [
        ("H7-东_kL0", "/start"),
        ("A" * 64, "/start " + "A" * 64),
        ("A" * 65, "/start"),
        ("abc_DEF-123", "/start abc_DEF-123"),
        ("a b", "/start"),
        ("", "/start"),
    ],
)
async def test_a_payload_is_64_of_its_characters_or_dropped(
    bot: BotClient, wang: PhoneClient, payload: str, arrives: str
) -> None:
    # telegram.md §1.2: "Payload > 64 is dropped silently: the bot gets a bare /start".
    await wang.start(bot, payload)
    message = await bot.receive()
    assert message["text"] == arrives
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_text_of_4096_units_is_sent_and_a_longer_one_refused_with_a_sentence(
    bot: BotClient, wang: PhoneClient
) -> None:
    chat = await wang.start(bot)
    assert len((await wang.send(chat, "路" * 4096))["text"]) == 4096
    with pytest.raises(Refused, match="最多 4096 个字") as refused:
        await wang.send(chat, "😀" * 2048 + "路")
    assert refused.value.code == 400


@pytest.mark.parametrize("text", ["", "  \n ", None, 5, {"a": 1}])
async def test_an_empty_text_is_refused(bot: BotClient, wang: PhoneClient, text: object) -> None:
    chat = await wang.start(bot)
    with pytest.raises(Refused, match="消息是空的"):
        await wang.write(chat, text=text)


async def test_a_reply_shows_what_it_is_about(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    card = await bot.call("sendMessage", chat_id=wang.id, text="东-127 收到了")
    sent = await wang.send(chat, "还没修好", reply_to=card["message_id"])
    assert sent["reply_to_message"]["text"] == "东-127 收到了"
    assert sent["reply_to_message"]["chat"]["id"] == chat
    received = await bot.receive(text="还没修好")
    assert received["reply_to_message"]["message_id"] == card["message_id"]
    assert received["reply_to_message"]["chat"]["id"] == wang.id


async def test_a_quote_is_an_exact_part_of_the_message_replied_to(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    card = await bot.call("sendMessage", chat_id=wang.id, text="😀 水管下周三修好")
    sent = await wang.send(chat, "太晚了", reply_to=card["message_id"], quote="下周三")
    assert sent["quote"] == {"text": "下周三", "position": 5, "is_manual": True}
    with pytest.raises(Refused, match="对不上"):
        await wang.send(chat, "太晚了", reply_to=card["message_id"], quote="下周四")


async def test_a_reply_to_nothing_that_is_there_is_refused(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    for target in (999, -1, 0, "1", 2**70):
        with pytest.raises(Refused, match="已经没有了"):
            await wang.send(chat, "什么?", reply_to=target)


async def test_a_place_and_a_contact_are_sent(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    await wang.write(chat, location={"latitude": 36.2, "longitude": 118.3})
    assert (await bot.receive(location={"latitude": 36.2, "longitude": 118.3}))["from"]["id"] == wang.id
    await wang.write(chat, contact={"phone_number": "13800000000", "first_name": "王大娘"})
    contact = {"phone_number": "13800000000", "first_name": "王大娘", "user_id": wang.id}
    assert (await bot.receive(contact=contact))["from"]["id"] == wang.id


@pytest.mark.parametrize("place", [{}, {"latitude": 91, "longitude": 0}, {"latitude": "1", "longitude": 2}, [1], True])
async def test_a_place_that_is_none_is_refused(bot: BotClient, wang: PhoneClient, place: object) -> None:
    chat = await wang.start(bot)
    with pytest.raises(Refused, match="这个位置不对"):
        await wang.write(chat, location=place)


async def test_an_edit_reaches_the_bot_as_an_edited_message(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    sent = await wang.send(chat, "东头的井")
    edited = await wang.post(f"chats/{chat}/messages/{sent['message_id']}/edit", text="西头的井")
    assert edited["text"] == "西头的井"
    assert "edit_date" in edited
    assert (await bot.receive("edited_message"))["text"] == "西头的井"
    assert (await wang.expect("edited"))["message"]["text"] == "西头的井"


async def test_only_ones_own_text_can_be_edited_and_for_two_days(
    operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    chat = await wang.start(bot)
    card = await bot.call("sendMessage", chat_id=wang.id, text="收到了")
    with pytest.raises(Refused, match="不是您发的"):
        await wang.post(f"chats/{chat}/messages/{card['message_id']}/edit", text="没收到")
    own = await wang.send(chat, "井干了")
    await operator.advance(2 * 86_400 + 1)
    with pytest.raises(Refused, match="不能改了"):
        await wang.post(f"chats/{chat}/messages/{own['message_id']}/edit", text="井又有水了")


async def test_what_is_deleted_is_gone_from_the_phone_and_no_bot_is_told(bot: BotClient, wang: PhoneClient) -> None:
    # telegram.md §1.3: deletions by users are not delivered at all.
    chat = await wang.start(bot)
    sent = await wang.send(chat, "发错了")
    await wang.post(f"chats/{chat}/messages/{sent['message_id']}/delete")
    await wang.send(chat, "再见")
    assert (await wang.expect("deleted"))["message_id"] == sent["message_id"]
    assert [message["text"] for message in await wang.messages(chat)] == ["/start", "再见"]
    assert [(await bot.receive())["text"] for _ in range(3)] == ["/start", "发错了", "再见"]


async def test_a_tap_reaches_the_bot_and_its_answer_only_the_one_who_tapped(
    operator: Operator, bot: BotClient, wang: PhoneClient, sun: PhoneClient
) -> None:
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"), (sun, "member"), (bot, "member"))
    sent = await bot.call("sendMessage", chat_id=group, text="交吗?", reply_markup=BUTTON)
    chat = (await wang.chat("东村"))["id"]
    tap = await wang.tap(chat, sent["message_id"], "file:1")
    query = await bot.receive("callback_query")
    assert (query["id"], query["data"], query["from"]["id"]) == (tap, "file:1", wang.id)
    assert query["message"]["message_id"] == sent["message_id"]
    await bot.call("answerCallbackQuery", callback_query_id=tap, text="交上去了", show_alert=True)
    toast = await wang.expect("toast")
    assert (toast["tap"], toast["text"], toast["alert"]) == (tap, "交上去了", True)
    await wang.send(chat, "好了")
    await sun.expect("message", text="好了")
    assert "toast" not in {event["kind"] for event in sun.passed_over()}


async def test_the_data_of_a_tap_is_the_phones_word(bot: BotClient, wang: PhoneClient) -> None:
    # telegram.md §6.2: the data comes from the client, and the message may hold no such button.
    chat = await wang.start(bot)
    sent = await bot.call("sendMessage", chat_id=wang.id, text="没有按钮")
    await wang.tap(chat, sent["message_id"], "forged:1")
    assert (await bot.receive("callback_query"))["data"] == "forged:1"
    for data in ("", "东" * 22, None, 5):
        with pytest.raises(Refused, match="400"):
            await wang.post(f"chats/{chat}/messages/{sent['message_id']}/tap", data=data)


async def test_unread_messages_are_counted_until_they_are_read(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    for text in ("一", "二", "三"):
        last = await bot.call("sendMessage", chat_id=wang.id, text=text)
    shown = await wang.get(f"chats/{chat}")
    assert (shown["unread"], shown["last"]["text"]) == (3, "三")
    await wang.post(f"chats/{chat}/read", up_to=last["message_id"] - 1)
    await wang.post(f"chats/{chat}/read", up_to=1)
    shown = await wang.get(f"chats/{chat}")
    assert (shown["unread"], shown["read_up_to"]) == (1, last["message_id"] - 1)


async def test_messages_come_in_pages_oldest_first(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    sent = [(await wang.send(chat, f"第{number}件"))["message_id"] for number in range(5)]
    last = await wang.messages(chat, limit=2)
    assert [message["message_id"] for message in last] == sent[3:]
    before = await wang.messages(chat, limit=2, before=sent[3])
    assert [message["message_id"] for message in before] == sent[1:3]


@pytest.mark.parametrize("query", [{"before": "x"}, {"limit": "-1"}, {"topic": "1.5"}, {"before": "٣"}])
async def test_a_page_that_is_no_number_is_refused(bot: BotClient, wang: PhoneClient, query: dict[str, str]) -> None:
    chat = await wang.start(bot)
    with pytest.raises(Refused, match="应该是一个数字"):
        await wang.messages(chat, **query)


@pytest.mark.parametrize("body", [b"{", b"[]", b'"x"', b'{"text": "\\ud800"}', b"\xff\xfe", b"[" * 100_000])
async def test_a_broken_body_is_refused_with_a_sentence(bot: BotClient, wang: PhoneClient, body: bytes) -> None:
    chat = await wang.start(bot)
    answer = await wang.http.post(f"{wang.base}/chats/{chat}/messages", content=body, headers=wang.headers)
    assert answer.status_code == 400
    assert "不完整" in answer.json()["error"]


async def test_a_body_of_megabytes_is_refused(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    body = b'{"text": "' + b"a" * 1_000_000 + b'"}'
    answer = await wang.http.post(f"{wang.base}/chats/{chat}/messages", content=body, headers=wang.headers)
    assert answer.status_code == 413


async def test_a_bots_commands_description_and_menu_button_are_those_for_this_person(
    bot: BotClient, wang: PhoneClient, sun: PhoneClient
) -> None:
    chats = [await phone.open(bot) for phone in (wang, sun)]
    everybody = [{"command": "help", "description": "怎么用"}]
    hers = [{"command": "mine", "description": "我的事"}]
    await bot.call("setMyCommands", commands=everybody)
    await bot.call("setMyCommands", commands=hers, scope={"type": "chat", "chat_id": wang.id})
    await bot.call("setMyDescription", description="有事您说话。")
    button = {"type": "web_app", "text": "回音壁", "web_app": {"url": "https://example.org/"}}
    await bot.call("setChatMenuButton", chat_id=wang.id, menu_button=button)
    shown = [await phone.get(f"chats/{chat}") for phone, chat in zip((wang, sun), chats, strict=True)]
    assert [each["commands"] for each in shown] == [hers, everybody]
    assert [each["description"] for each in shown] == ["有事您说话。"] * 2
    assert [each["menu_button"] for each in shown] == [button, {"type": "commands"}]
