"""Which appeal a reply is about."""

from bot.usecases.heard import Heard
from bot.usecases.turn import Turn
from storage.deliveries import find_delivery


async def find_replied_appeal(turn: Turn, heard: Heard) -> int | None:
    """By the map of messages; where a card is not in it yet, or never came in because the answer to its sending was
    lost, by what its own buttons name. Whether the one who replies may speak to the appeal is not decided here."""
    if heard.reply_to is None:
        return None
    delivery = await find_delivery(turn.session, turn.who.bot_id, turn.who.chat_id, heard.reply_to)
    return heard.card_of if delivery is None else delivery.appeal_id
