"""One person's chat with the bot, as they see it."""

from dataclasses import dataclass
from typing import Any

from tests.chatserver.harness import BotClient, Json, PhoneClient


@dataclass
class Talk:
    phone: PhoneClient
    chat: int
    bot: BotClient

    async def scan(self, token: str) -> None:
        """What opening a card's link does."""
        await self.phone.start(self.bot, token)

    async def say(self, words: str, **more: Any) -> Json:
        return await self.phone.send(self.chat, words, **more)

    async def hears(self, *words: str) -> Json:
        """The bot's next message that holds all of these words; those before it were something else."""
        while True:
            message: Json = (await self.phone.expect("message"))["message"]
            if message["from"]["id"] == self.bot.id and all(word in message.get("text", "") for word in words):
                return message

    async def tap(self, message: Json, label: str) -> None:
        await self.phone.tap(self.chat, message["message_id"], buttons_of(message)[label])

    async def forge(self, message: Json, data: str) -> None:
        """A tap on that message that brings back what none of its buttons holds."""
        await self.phone.tap(self.chat, message["message_id"], data)

    async def heard(self) -> list[str]:
        """All that the bot has said in this chat so far."""
        messages = await self.phone.messages(self.chat)
        return [message["text"] for message in messages if message["from"]["id"] == self.bot.id]


def buttons_of(message: Json) -> dict[str, str]:
    """What each button brings back, by its label."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button["callback_data"] for row in rows for button in row}
