"""An answer that nobody judged is asked about once more, and closes at the end as not judged."""

from collections.abc import Sequence

from bot.rules.lifecycle import Action
from bot.usecases.people_of import show_to_holders, tell_author
from bot.usecases.preview_echo import preview_echo
from bot.usecases.send_answer import verdict_buttons
from bot.usecases.take_step import Wanted, take_step_by_the_clock
from bot.usecases.tick import Tick
from storage.access import access_appeals_by_the_clock
from storage.appeal_lists import list_unasked
from storage.at_hand import lay_at_hand
from storage.models import Appeal, Verdict
from storage.verdicts import list_silent_verdicts, record_verdict_asked_again

_AT_ONCE = 100


async def ask_silent_authors(tick: Tick) -> None:
    """The village reads of an answer that was met with silence, too: the preview leaves with the second asking."""
    since = tick.now - tick.policy.verdicts.ask_again
    verdicts = await list_silent_verdicts(tick.session, since, _AT_ONCE, were_asked_again=False)
    appeals = await _at_hand(tick, verdicts)
    for verdict in verdicts:
        appeal = appeals[verdict.appeal_id]
        if await record_verdict_asked_again(tick.session, verdict, tick.now):
            await take_step_by_the_clock(tick, appeal, Wanted(Action.ASK_VERDICT))
            await tell_author(tick, appeal, "verdict-asked-again", buttons=verdict_buttons(verdict.answer_id))
            await preview_echo(tick, appeal)


async def close_silent_appeals(tick: Tick) -> None:
    since = tick.now - tick.policy.verdicts.open
    verdicts = await list_silent_verdicts(tick.session, since, _AT_ONCE, were_asked_again=True)
    for appeal in (await _at_hand(tick, verdicts)).values():
        await _close(tick, appeal)


async def close_unasked_appeals(tick: Tick) -> None:
    """Of households without a phone: the village reads of the answer, and it closes as not judged."""
    for appeal in await list_unasked(tick.session, tick.now - tick.policy.verdicts.ask_again, _AT_ONCE):
        await preview_echo(tick, appeal)
        await _close(tick, appeal)


async def _at_hand(tick: Tick, verdicts: Sequence[Verdict]) -> dict[int, Appeal]:
    """Their appeals by id, locked, with what they will ask of the roster."""
    if not verdicts:
        return {}
    appeals = await access_appeals_by_the_clock(tick.session, {verdict.appeal_id for verdict in verdicts})
    await lay_at_hand(tick.session, appeals)
    return {appeal.id: appeal for appeal in appeals}


async def _close(tick: Tick, appeal: Appeal) -> None:
    await take_step_by_the_clock(tick, appeal, Wanted(Action.CLOSE))
    await show_to_holders(tick, appeal)
