"""Keyboards of all kinds, and taps on them."""

from typing import Any

from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage


@scene(
    calls="sendMessage editMessageReplyMarkup",
    shows="Message.reply_markup InlineKeyboardButton.url InlineKeyboardButton.callback_data "
    "InlineKeyboardButton.web_app InlineKeyboardButton.copy_text InlineKeyboardButton.style",
)
async def a_card_has_every_kind_of_inline_button(stage: Stage) -> None:
    types = stage.types
    await stage.greet(stage.wang)
    rows = [
        [types.InlineKeyboardButton(text="交上去", callback_data="hand:127:3", style="success")],
        [
            types.InlineKeyboardButton(text="回音壁", url="https://example.org/wall"),
            types.InlineKeyboardButton(text="找孙干部", url=f"tg://user?id={stage.wang.id}"),
        ],
        [types.InlineKeyboardButton(text="地图", web_app=types.WebAppInfo(url="https://example.org/map"))],
        [types.InlineKeyboardButton(text="抄号", copy_text=types.CopyTextButton(text="东-127"), style="primary")],
    ]
    card = await stage.bot.send_message(
        stage.wang.id, "要交吗?", reply_markup=types.InlineKeyboardMarkup(inline_keyboard=rows)
    )
    fewer = types.InlineKeyboardMarkup(inline_keyboard=rows[:1])
    place = {"chat_id": stage.wang.id, "message_id": card.message_id}
    assert (
        len((await stage.bot.edit_message_reply_markup(**place, reply_markup=fewer)).reply_markup.inline_keyboard) == 1
    )
    assert (await stage.bot.edit_message_reply_markup(**place)).reply_markup is None


@scene()
async def a_bot_offers_keys_and_asks_for_answers(stage: Stage) -> None:
    types = stage.types
    chat = await stage.greet(stage.wang)
    for markup in (_keys(types), types.ForceReply(input_field_placeholder="请写几句"), types.ReplyKeyboardRemove()):
        await stage.bot.send_message(stage.wang.id, "请选", reply_markup=markup)
    group = await stage.group("supergroup")
    picked = types.ReplyKeyboardMarkup(keyboard=[[types.KeyboardButton(text="好")]], selective=True)
    for markup in (picked, types.ForceReply(selective=True), types.ReplyKeyboardRemove(selective=True)):
        await stage.bot.send_message(group, "请选", reply_markup=markup)
    await stage.wang.send(chat, "我要反映")
    await stage.hear(text="我要反映")


def _keys(types: Any) -> Any:
    key = types.KeyboardButton
    rows = [
        [key(text="我要反映", style="primary"), key(text="我的事")],
        [key(text="电话", request_contact=True), key(text="位置", request_location=True)],
        [key(text="投票", request_poll=types.KeyboardButtonPollType(type="regular"))],
        [key(text="地图", web_app=types.WebAppInfo(url="https://example.org/map"))],
        [key(text="选人", request_users=types.KeyboardButtonRequestUsers(request_id=1, max_quantity=2))],
        [key(text="选群", request_chat=types.KeyboardButtonRequestChat(request_id=2, chat_is_channel=False))],
    ]
    return types.ReplyKeyboardMarkup(
        keyboard=rows, resize_keyboard=True, is_persistent=True, one_time_keyboard=False, input_field_placeholder="请写"
    )


@scene(calls="sendMessage answerCallbackQuery", shows="Update.callback_query CallbackQuery.data CallbackQuery.message")
async def people_tap_and_get_toasts_and_alerts(stage: Stage) -> None:
    chat = await stage.greet(stage.wang)
    button = stage.types.InlineKeyboardButton(text="交上去", callback_data="hand")
    markup = stage.types.InlineKeyboardMarkup(inline_keyboard=[[button]])
    card = await stage.bot.send_message(stage.wang.id, "要交吗?", reply_markup=markup)
    link = f"https://t.me/{stage.me.username}?start=wall"
    for answer in ({}, {"text": "交上去了", "cache_time": 5}, {"text": "办好了吗?", "show_alert": True}, {"url": link}):
        await stage.wang.tap(chat, card.message_id, "hand")
        tap = await stage.hear("callback_query")
        assert (tap.data, tap.message.message_id, tap.from_user.id) == ("hand", card.message_id, stage.wang.id)
        await stage.bot.answer_callback_query(tap.id, **answer)
        await stage.wang.expect("toast")


@scene(calls="sendMessage deleteMessage")
async def a_tap_in_a_group_tells_who_tapped(stage: Stage) -> None:
    group = await stage.group("supergroup", "can_delete_messages")
    button = stage.types.InlineKeyboardButton(text="我来办", callback_data="take:127")
    markup = stage.types.InlineKeyboardMarkup(inline_keyboard=[[button]])
    card = await stage.bot.send_message(group, "东-127 没人接", reply_markup=markup)
    chat = (await stage.sun.chat("南村网格"))["id"]
    await stage.sun.tap(chat, card.message_id, "take:127")
    assert (await stage.hear("callback_query")).from_user.id == stage.sun.id
    await stage.bot.delete_message(group, card.message_id)
