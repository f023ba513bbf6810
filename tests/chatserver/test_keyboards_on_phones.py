"""The keyboard below a chat: the latest one that was meant for this person."""

from tests.chatserver.harness import BotClient, Operator, PhoneClient


async def test_a_reply_keyboard_stays_until_another_one_or_its_removal(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    keyboard = {"keyboard": [[{"text": "我要反映"}]], "is_persistent": True, "resize_keyboard": True}
    await bot.call("sendMessage", chat_id=wang.id, text="您说", reply_markup=keyboard)
    await bot.call("sendMessage", chat_id=wang.id, text="我听着")
    assert (await wang.get(f"chats/{chat}"))["keyboard"]["keyboard"] == [[{"text": "我要反映"}]]
    await bot.call("sendMessage", chat_id=wang.id, text="好了", reply_markup={"remove_keyboard": True})
    assert (await wang.get(f"chats/{chat}"))["keyboard"] is None


async def test_an_answered_force_reply_gives_way_to_the_keyboard_before_it(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    keyboard = {"keyboard": [[{"text": "我的事"}]]}
    await bot.call("sendMessage", chat_id=wang.id, text="您说", reply_markup=keyboard)
    asked = await bot.call("sendMessage", chat_id=wang.id, text="缺什么?", reply_markup={"force_reply": True})
    assert (await wang.get(f"chats/{chat}"))["keyboard"]["force_reply"] is True
    await wang.send(chat, "缺一盏灯", reply_to=asked["message_id"])
    assert (await wang.get(f"chats/{chat}"))["keyboard"]["keyboard"] == [[{"text": "我的事"}]]


async def test_a_selective_keyboard_is_for_the_one_replied_to(
    operator: Operator, bot: BotClient, wang: PhoneClient, sun: PhoneClient
) -> None:
    # Bot API, ReplyKeyboardMarkup.selective: users mentioned in the text, and the sender of the original message.
    rights = {"can_manage_chat": True}
    members = ((wang, "member"), (sun, "member"), (bot, "administrator", rights))
    group = await operator.add_chat("supergroup", "东村", *members)
    chat = (await wang.chat("东村"))["id"]
    said = await wang.send(chat, "我家的灯坏了")
    await bot.call(
        "sendMessage",
        chat_id=group,
        text="哪一盏?",
        reply_parameters={"message_id": said["message_id"]},
        reply_markup={"keyboard": [[{"text": "门前的"}]], "selective": True},
    )
    assert (await wang.get(f"chats/{chat}"))["keyboard"]["keyboard"] == [[{"text": "门前的"}]]
    assert (await sun.get(f"chats/{chat}"))["keyboard"] is None
    assert "keyboard" in (await wang.messages(chat))[-1]
    assert "keyboard" not in (await sun.messages(chat))[-1]
