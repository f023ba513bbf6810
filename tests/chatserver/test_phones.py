"""What a person can do with a phone."""

from tests.chatserver.harness import BotClient, PhoneClient


async def test_a_bot_and_a_phone_talk(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    await bot.call("sendMessage", chat_id=wang.id, text="您好,有什么事?")
    event = await wang.expect("message", text="您好,有什么事?")
    assert event["chat"] == chat
    assert event["message"]["from"]["id"] == bot.id
