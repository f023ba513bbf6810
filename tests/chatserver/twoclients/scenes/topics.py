"""Forum topics."""

from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage

RIGHTS = ("can_manage_topics", "can_pin_messages", "can_delete_messages")
RED = 0xFB6F5F


@scene(
    calls="createForumTopic editForumTopic closeForumTopic reopenForumTopic deleteForumTopic "
    "unpinAllForumTopicMessages",
    shows="Message.forum_topic_created Message.forum_topic_edited Message.forum_topic_closed "
    "Message.forum_topic_reopened Message.is_topic_message Chat.is_forum ForumTopicCreated.icon_custom_emoji_id "
    "ForumTopicEdited.name ForumTopic.icon_color",
)
async def a_bot_keeps_a_topic_for_each_appeal(stage: Stage) -> None:
    bot = stage.bot
    forum = await stage.group("supergroup", *RIGHTS, is_forum=True)
    topic = await bot.create_forum_topic(
        forum, "东-127 路灯", icon_color=RED, icon_custom_emoji_id="5312536423851630001"
    )
    thread = topic.message_thread_id
    assert (await stage.hear()).forum_topic_created.name == "东-127 路灯"
    card = await bot.send_message(forum, "王大娘: 路灯坏了", message_thread_id=thread)
    await bot.pin_chat_message(forum, card.message_id)
    await bot.edit_forum_topic(forum, thread, name="东-127 办好了", icon_custom_emoji_id="")
    await bot.close_forum_topic(forum, thread)
    await bot.reopen_forum_topic(forum, thread)
    await bot.unpin_all_forum_topic_messages(forum, thread)
    assert (await stage.hear()).pinned_message.message_id == card.message_id
    assert (await stage.hear()).forum_topic_edited.name == "东-127 办好了"
    assert (await stage.hear()).forum_topic_closed
    assert (await stage.hear()).forum_topic_reopened
    await bot.delete_forum_topic(forum, thread)


@scene(
    calls="editGeneralForumTopic closeGeneralForumTopic reopenGeneralForumTopic unpinAllGeneralForumTopicMessages",
    shows="Message.forum_topic_edited",
)
async def a_bot_manages_the_general_topic(stage: Stage) -> None:
    forum = await stage.group("supergroup", *RIGHTS, is_forum=True)
    await stage.bot.edit_general_forum_topic(forum, "大家说")
    await stage.bot.close_general_forum_topic(forum)
    await stage.bot.reopen_general_forum_topic(forum)
    await stage.bot.unpin_all_general_forum_topic_messages(forum)
    assert (await stage.hear()).forum_topic_edited.name == "大家说"


@scene(shows="Message.reply_to_message Message.is_topic_message Message.quote")
async def people_answer_in_a_topic(stage: Stage) -> None:
    forum = await stage.group("supergroup", *RIGHTS, is_forum=True)
    thread = (await stage.bot.create_forum_topic(forum, "东-128")).message_thread_id
    await stage.hear()
    card = await stage.bot.send_photo(forum, stage.file("photo"), caption="井塌了", message_thread_id=thread)
    chat = (await stage.sun.chat("南村网格"))["id"]
    await stage.sun.send(chat, "明天去", topic=thread)
    plain = await stage.hear(text="明天去")
    assert (plain.is_topic_message, plain.reply_to_message.message_id) == (True, thread)
    await stage.sun.send(chat, "修好了", reply_to=card.message_id, quote="塌了")
    assert (await stage.hear(text="修好了")).reply_to_message.photo
    await stage.sun.send(chat, "大家好")
    assert (await stage.hear(text="大家好")).message_thread_id is None
