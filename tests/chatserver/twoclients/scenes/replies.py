"""Replies and quotes, within a chat and from another one."""

from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage


@scene(shows="Message.reply_to_message Message.quote TextQuote.entities TextQuote.is_manual")
async def a_bot_replies_and_quotes(stage: Stage) -> None:
    types = stage.types
    await stage.greet(stage.wang)
    card = await stage.bot.send_message(stage.wang.id, "路灯 <b>坏了三天</b> 没人管", parse_mode="HTML")
    for reply in (
        types.ReplyParameters(message_id=card.message_id),
        types.ReplyParameters(message_id=card.message_id, quote="没人管", quote_position=8),
        types.ReplyParameters(message_id=card.message_id, quote="<b>坏了</b>", quote_parse_mode="HTML"),
        types.ReplyParameters(
            message_id=card.message_id,
            quote="三天",
            quote_entities=[types.MessageEntity(type="bold", offset=0, length=2)],
        ),
    ):
        answer = await stage.bot.send_message(stage.wang.id, "知道了", reply_parameters=reply)
        assert answer.reply_to_message.message_id == card.message_id
    gone = types.ReplyParameters(message_id=9_999, allow_sending_without_reply=True)
    assert (await stage.bot.send_message(stage.wang.id, "好", reply_parameters=gone)).reply_to_message is None


@scene(shows="Message.external_reply ExternalReplyInfo.origin MessageOriginUser=user")
async def a_bot_replies_to_a_message_of_another_chat(stage: Stage) -> None:
    chat = await stage.greet(stage.wang)
    await stage.greet(stage.sun)
    await stage.wang.send(chat, "井水浑了")
    asked = await stage.hear(text="井水浑了")
    reply = stage.types.ReplyParameters(message_id=asked.message_id, chat_id=stage.wang.id, quote="浑了")
    assert (await stage.bot.send_message(stage.sun.id, "请看", reply_parameters=reply)).external_reply


@scene(
    calls="sendMessage sendPhoto",
    shows="ExternalReplyInfo.chat ExternalReplyInfo.photo MessageOriginChannel=channel ExternalReplyInfo.message_id",
)
async def a_bot_replies_to_a_channel_post_elsewhere(stage: Stage) -> None:
    await stage.greet(stage.wang)
    channel = await stage.group("channel", "can_post_messages")
    post = await stage.bot.send_photo(channel, stage.file("photo"))
    reply = stage.types.ReplyParameters(message_id=post.message_id, chat_id=channel)
    await stage.bot.send_message(stage.wang.id, "上了回音壁", reply_parameters=reply)


@scene(shows="Message.reply_to_message Message.quote TextQuote.position")
async def people_reply_and_quote(stage: Stage) -> None:
    chat = await stage.greet(stage.wang)
    card = await stage.bot.send_message(stage.wang.id, "<i>东-127</i> 有人在办", parse_mode="HTML")
    await stage.wang.send(chat, "谁在办", reply_to=card.message_id)
    assert (await stage.hear(text="谁在办")).reply_to_message.from_user.id == stage.me.id
    await stage.wang.send(chat, "几号", reply_to=card.message_id, quote="127 有人")
    assert (await stage.hear(text="几号")).quote.text == "127 有人"
