"""Words that waited for their tap when the appeal left the writer's hands do not go out, and the writer is told."""

from bot.usecases.send_answer import say_dropped
from bot.usecases.tick import Tick
from bot.usecases.turn import Turn
from storage.access import find_holding_officials
from storage.answers import list_unsent_answers, record_answer_dropped
from storage.models import Appeal


async def drop_unsent(turn: Turn | Tick, appeal: Appeal) -> None:
    holding = await find_holding_officials(turn.session, appeal)
    for answer in await list_unsent_answers(turn.session, appeal.id):
        if answer.official_id in holding:
            continue
        await record_answer_dropped(turn.session, answer, turn.now)
        await say_dropped(turn, appeal, answer)
