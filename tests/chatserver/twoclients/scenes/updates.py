"""How a bot gets its updates, and what it is told when something goes wrong."""

import pytest

from tests.chatserver.twoclients.mailbox import SECRET
from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage


@scene(
    calls="setWebhook getWebhookInfo deleteWebhook getUpdates",
    shows="WebhookInfo.url WebhookInfo.allowed_updates WebhookInfo.max_connections WebhookInfo.ip_address "
    "WebhookInfo.pending_update_count",
)
async def a_bot_goes_from_polling_to_a_webhook_and_back(stage: Stage) -> None:
    bot = stage.bot
    await stage.greet(stage.wang)
    await bot.delete_webhook(drop_pending_updates=True)
    assert (await bot.get_webhook_info()).url == ""
    assert list(await bot.get_updates(offset=-1, limit=10, timeout=0, allowed_updates=["message"])) == []
    await stage.operator.advance(2)  # one webhook a second is all that may be set
    await bot.set_webhook(
        url=stage.catcher.url,
        ip_address="127.0.0.1",
        max_connections=7,
        allowed_updates=["message", "callback_query"],
        drop_pending_updates=True,
        secret_token=SECRET,
    )
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections) == (stage.catcher.url, 7)
    with pytest.raises(stage.client.error, match=r"(?i)can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()


@scene(calls="getFile")
async def a_bot_is_refused(stage: Stage) -> None:
    bot, refusal = stage.bot, stage.client.error
    await stage.greet(stage.wang)
    with pytest.raises(refusal, match=r"(?i)chat not found"):
        await bot.send_message(1, "在吗?")
    with pytest.raises(refusal, match=r"(?i)message is too long"):
        await bot.send_message(stage.wang.id, "长" * 5_000)
    with pytest.raises(refusal, match=r"(?i)can't parse entities"):
        await bot.send_message(stage.wang.id, "<b>", parse_mode="HTML")
    with pytest.raises(refusal, match=r"(?i)invalid file_id"):
        await bot.get_file("nothing")
    with pytest.raises(refusal, match=r"(?i)not found"):
        await bot.send_dice(stage.wang.id)


@scene()
async def a_bot_is_told_to_wait(stage: Stage) -> None:
    await stage.greet(stage.wang)
    await stage.operator.post("faults", kind="flood", method="sendMessage", bot=stage.me.id, times=1, seconds=3)
    with pytest.raises(stage.client.error, match=r"(?i)(flood|retry)"):
        await stage.bot.send_message(stage.wang.id, "一")
    await stage.operator.post("faults", kind="error", method="sendMessage", bot=stage.me.id, times=1, status=502)
    with pytest.raises(stage.client.error):
        await stage.bot.send_message(stage.wang.id, "二")


@scene()
async def a_bot_writes_to_what_is_gone(stage: Stage) -> None:
    forum = await stage.group("supergroup", "can_manage_topics", is_forum=True)
    thread = (await stage.bot.create_forum_topic(forum, "东-127")).message_thread_id
    await stage.operator.post("happenings", what="delete_topic", chat=forum, topic=thread)
    with pytest.raises(stage.client.error, match=r"(?i)message thread not found"):
        await stage.bot.send_message(forum, "还在吗?", message_thread_id=thread)
    await stage.greet(stage.li)
    await stage.operator.post("happenings", what="deactivate", user=stage.li.id)
    with pytest.raises(stage.client.error, match=r"(?i)user is deactivated"):
        await stage.bot.send_message(stage.li.id, "还在吗?")
