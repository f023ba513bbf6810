"""过时了: a past answer is offered to nobody any more, until whoever said so takes it back."""

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NotYours
from bot.usecases.acting import acting_official
from bot.usecases.show_past import access_past
from bot.usecases.turn import Toast, Turn
from storage.stale_answers import add_stale, find_stale, record_stale_lifted


async def mark_stale(turn: Turn, answer_id: int, appeal_id: int) -> Toast:
    """By a holder to whom it is offered. Raises AlreadySo; what `access_past` does."""
    _, past = await access_past(turn, answer_id, appeal_id)
    stale = await add_stale(turn.session, past.id, (await acting_official(turn)).id, turn.now)
    if stale is None:
        raise AlreadySo
    await turn.answer("past-marked", buttons=[Button("past-lift", "past_good", stale.id)], about=appeal_id)
    return Toast("study-toast")


async def lift_stale(turn: Turn, stale_id: int) -> Toast:
    """没过时. Raises NotYours for anybody else, AlreadySo."""
    stale = await find_stale(turn.session, stale_id)
    if stale is None or stale.official_id != (await acting_official(turn)).id:
        raise NotYours
    if not await record_stale_lifted(turn.session, stale, turn.now):
        raise AlreadySo
    await turn.answer("past-lifted")
    return Toast("study-toast")
