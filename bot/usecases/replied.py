"""Which appeal a reply is about."""

from bot.usecases.heard import Heard
from bot.usecases.turn import Turn
from storage.deliveries import find_delivery, is_notice_of
from storage.questions import find_open_question


async def find_replied_appeal(turn: Turn, heard: Heard) -> int | None:
    """By the map of messages; where a card is not in it yet, or never came in because the answer to its sending was
    lost, by what its own buttons name. Whether the one who replies may speak to the appeal is not decided here."""
    if heard.reply_to is None:
        return None
    delivery = await find_delivery(turn.session, turn.who.bot_id, turn.who.chat_id, heard.reply_to)
    return heard.card_of if delivery is None else delivery.appeal_id


async def replies_to_question(turn: Turn, heard: Heard) -> bool:
    """Whether it is a reply to the very letter that asked the chat's open question."""
    who = turn.who
    question = await find_open_question(turn.session, who.bot_id, who.chat_id, turn.now)
    if question is None or heard.reply_to is None:
        return False
    return await is_notice_of(turn.session, who.bot_id, who.chat_id, heard.reply_to, question.asked_at)
