"""What several tests of groups say and ask."""

from tests.chatserver.harness import BotClient, Json, PhoneClient

GRANTED = {
    "can_manage_topics": True,
    "can_pin_messages": True,
    "can_delete_messages": True,
    "can_change_info": True,
    "can_invite_users": True,
}


async def texts(bot: BotClient) -> list[str]:
    """The texts of the messages that wait for the bot."""
    return [message["text"] for message in await bot.waiting() if "text" in message]


async def say(phone: PhoneClient, title: str, text: str, **more: object) -> Json:
    """The phone writes into its chat of this title."""
    return await phone.send((await phone.chat(title))["id"], text, **more)
