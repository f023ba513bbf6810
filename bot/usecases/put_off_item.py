"""An item that this meeting does not decide: the next grid's does, or its own next one."""

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NotNow, Refusal
from bot.rules.lifecycle import Action
from bot.usecases.acting import acting_official
from bot.usecases.escalate_appeal import escalate
from bot.usecases.people_of import say_holder, tell_author
from bot.usecases.study_items import access_undecided
from bot.usecases.take_step import Wanted, access_to_change
from bot.usecases.turn import Toast, Turn
from storage.grids import access_grid
from storage.models import Appeal, ItemStatus
from storage.standings import find_standing
from storage.study_meetings import NewDecision, add_decision, record_item_settled


async def move_up(turn: Turn, item_id: int) -> Toast:
    """报上级研判会: the appeals climb, too, so that who decides there may know of them. Raises NotNow at the county,
    and where nothing of it is in the lead's hands."""
    meeting, shown = await access_undecided(turn, item_id)
    above = (await access_grid(turn.session, meeting.grid_id)).parent_id
    climbed = [appeal for appeal in shown.appeals if above and await _climbs(turn, appeal)]
    if above is None or not (climbed or shown.item.issue_id):
        raise NotNow
    if not await record_item_settled(turn.session, shown.item, ItemStatus.MOVED_UP):
        raise AlreadySo
    official = await acting_official(turn)
    await add_decision(turn.session, NewDecision(item_id, official.id, moved_to_grid_id=above), [], turn.now)
    for appeal in shown.appeals:
        holder = await say_holder(turn, (await find_standing(turn.session, appeal)).holder)
        await tell_author(turn, appeal, "study-moved-up", {"due": appeal.due_at, **holder})
    await turn.answer("study-moved-noted", buttons=[Button("study-look", "study_docket", meeting.id)], **shown.data)
    return Toast("study-toast")


async def _climbs(turn: Turn, appeal: Appeal) -> bool:
    try:
        async with turn.session.begin_nested():
            await escalate(turn, await access_to_change(turn, appeal.id), Wanted(Action.ESCALATE))
    except Refusal:
        return False
    return True


async def skip_item(turn: Turn, item_id: int) -> Toast:
    """这回不议: it stays with whoever has it. Raises AlreadySo for the second tap."""
    meeting, shown = await access_undecided(turn, item_id)
    if not await record_item_settled(turn.session, shown.item, ItemStatus.SKIPPED):
        raise AlreadySo
    await turn.answer("study-skipped", buttons=[Button("study-look", "study_docket", meeting.id)], **shown.data)
    return Toast("study-toast")
