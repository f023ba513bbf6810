"""分开: an official undoes what they did by hand with a common issue. What was answered before stays answered."""

from bot.rules.errors import AlreadySo, NotInYourHands, NotYours, Refusal
from bot.rules.lifecycle import Status
from bot.rules.numbers import number_for_officials
from bot.usecases.acting import acting_official
from bot.usecases.issue_cards import show_issue, show_member
from bot.usecases.people_of import tell_author
from bot.usecases.put_together import note_act
from bot.usecases.take_step import access_to_change
from bot.usecases.turn import Toast, Turn
from storage.common_issues import find_issue_of
from storage.issue_acts import find_act, list_begun, record_act_undone, record_taken_out
from storage.models import Appeal, CommonIssueMember, IssueAct


async def take_apart(turn: Turn, act_id: int) -> Toast:
    """Whoever has left meanwhile stays away, and what went into other hands stays. Raises NotYours; AlreadySo where
    all have left; NotInYourHands."""
    act = await _done_by_them(turn, act_id)
    begun = await list_begun(turn.session, act)
    taken = [appeal for member, before in begun if (appeal := await _taken_out(turn, act, member, before))]
    if begun and not taken:
        raise NotInYourHands
    if not taken or not await record_act_undone(turn.session, act, turn.now):
        raise AlreadySo
    await show_issue(turn, act.issue_id)
    numbers = [number_for_officials(appeal.series, appeal.number) for appeal in taken]
    await turn.answer("taken-apart-done", numbers=numbers)
    return Toast("study-toast")


async def _done_by_them(turn: Turn, act_id: int) -> IssueAct:
    act = await find_act(turn.session, act_id)
    if act is None or act.official_id != (await acting_official(turn)).id:
        raise NotYours
    if act.undone_at is not None:
        raise AlreadySo
    return act


async def _taken_out(turn: Turn, act: IssueAct, member: CommonIssueMember, before: int | None) -> Appeal | None:
    """None where it is no longer theirs to change: then nothing of it has changed."""
    try:
        view = await access_to_change(turn, member.appeal_id)
        await note_act(turn, view, act, "taken_apart")
    except Refusal:
        return None
    await record_taken_out(turn.session, member, before, turn.now)
    back = await find_issue_of(turn.session, view.appeal.id)
    await (show_issue(turn, back.id) if back else show_member(turn, view.appeal))
    if Status(view.appeal.status).is_open:
        await tell_author(turn, view.appeal, "taken-apart", {"form": "back" if back else "alone"})
    return view.appeal
