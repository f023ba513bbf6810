"""Channels: what the bot posts there and what people do."""

from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage

RIGHTS = ("can_post_messages", "can_edit_messages", "can_delete_messages", "can_change_info")


@scene(
    calls="sendMessage editMessageText pinChatMessage setChatTitle deleteMessage getChatAdministrators",
    shows="Message.sender_chat ChatMemberAdministrator.can_post_messages Message.pinned_message",
)
async def a_bot_posts_on_the_echo_wall(stage: Stage) -> None:
    bot = stage.bot
    wall = await stage.group("channel", *RIGHTS)
    post = await bot.send_message(wall, "东-127 办好了")
    await bot.edit_message_text(text="东-127 路灯修好了", chat_id=wall, message_id=post.message_id)
    await bot.pin_chat_message(wall, post.message_id)
    await bot.set_chat_title(wall, "回音壁")
    await bot.send_media_group(wall, [stage.types.InputMediaPhoto(media=stage.part("photo")) for _ in range(2)])
    await bot.get_chat_administrators(wall)
    await bot.get_chat(wall)
    assert (await stage.hear("channel_post")).pinned_message
    assert (await stage.hear("channel_post")).new_chat_title == "回音壁"
    await bot.delete_message(wall, post.message_id)


@scene(shows="Update.channel_post Update.edited_channel_post Message.reply_to_message")
async def people_post_on_a_channel(stage: Stage) -> None:
    await stage.group("channel", *RIGHTS)
    chat = (await stage.wang.chat("南村网格"))["id"]
    post = await stage.wang.send(chat, "公告 example.org")
    assert (await stage.hear("channel_post")).sender_chat.type == "channel"
    await stage.wang.post(f"chats/{chat}/messages/{post['message_id']}/edit", text="新公告")
    assert (await stage.hear("edited_channel_post")).text == "新公告"
    await stage.wang.send(chat, "补充", reply_to=post["message_id"])
    assert (await stage.hear("channel_post", text="补充")).reply_to_message.text == "新公告"
