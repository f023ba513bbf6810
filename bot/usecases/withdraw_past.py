"""What told officials how an appeal was answered goes from their chats when it is for everybody no more."""

from bot.usecases.turn import Turn
from storage.letters import add_notice, take_back
from storage.models import Appeal, LetterState
from storage.outbox import record_withheld
from storage.past_letters import list_past_letters

PAST_WITHDRAWN = "past-withdrawn"


async def withdraw_past(turn: Turn, appeal: Appeal) -> None:
    """What has not left does not leave any more."""
    for letter in await list_past_letters(turn.session, appeal.id):
        if letter.message_id is not None:
            order = take_back(letter, letter.message_id, turn.now, PAST_WITHDRAWN)
            await add_notice(turn.session, order, turn.now)
        elif letter.state == LetterState.PENDING:
            record_withheld(letter, "the past answer was withdrawn", turn.now)
