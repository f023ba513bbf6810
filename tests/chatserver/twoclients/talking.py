"""What a person does with a bot that keeps a simple promise, whichever library it was written with."""

from tests.chatserver import samples
from tests.chatserver.harness import BotClient, PhoneClient


async def talk_it_through(wang: PhoneClient, bot: BotClient) -> None:
    """Start the bot, tap its button, send it a photo, and see what it makes of each."""
    chat = await wang.start(bot, "door_4-2")
    card = (await wang.expect("message", text="您好 door_4-2"))["message"]
    assert [entity["type"] for entity in card["entities"]] == ["bold"]
    await wang.tap(chat, card["message_id"], "hand")
    assert (await wang.expect("toast"))["text"] == "好"
    await wang.expect("edited", text="交上去了")
    [photo] = await wang.send_files(chat, "photo", samples.photo(), caption="井")
    answered = (await wang.expect("message", caption="收到照片"))["message"]
    assert answered["reply_to_message"]["message_id"] == photo["message_id"]
