"""An official puts two appeals, or the issues that they are in, together by hand. Each author hears of it and may
leave."""

from typing import Any

from bot.rules.access import WORK_ON_IT
from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NoSuchAppeal, NotAllTheirs, NotYours, Stale
from bot.rules.lifecycle import Action, Status
from bot.rules.numbers import number_for_officials, read_number
from bot.usecases.acting import acting_account, acting_official
from bot.usecases.ask import answered
from bot.usecases.heard import Heard
from bot.usecases.issue_cards import show_issue
from bot.usecases.offer_partners import PUT_IN, access_to_put_in
from bot.usecases.take_step import Wanted, access_to_change, take_step
from bot.usecases.tell_put_in import tell_put_in
from bot.usecases.turn import Toast, Turn
from storage.access import AppealView, access_appeal
from storage.appeals import find_appeal_by_number
from storage.common_issues import add_issue, count_households, find_issue_of, list_members
from storage.issue_acts import add_act, record_moved, record_put_in
from storage.models import Appeal, CommonIssue, IssueAct, IssueOrigin
from storage.viewers import find_viewer


async def put_together(turn: Turn, other_id: int) -> Toast:
    """Of the two that this chat was asked about. Raises Stale where it was not asked, or one has gone on; AlreadySo;
    NotAllTheirs; what `access_to_put_in` does."""
    asked = await answered(turn, PUT_IN)
    await _put_together(turn, asked, other_id)
    return Toast("study-toast")


async def put_together_with_named(turn: Turn, asked: dict[str, Any], heard: Heard) -> None:
    """By the number that they wrote. Raises NoSuchAppeal, also where it is not theirs to know of."""
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    home = (await access_appeal(turn.session, viewer, asked["appeal"])).appeal.series
    named = read_number(heard.words, home)
    other_id = await find_appeal_by_number(turn.session, *named) if named else None
    if other_id is None:
        raise NoSuchAppeal
    try:
        await access_to_put_in(turn, viewer, other_id)
    except NotYours:
        raise NoSuchAppeal from None
    await _put_together(turn, asked, other_id)


async def _put_together(turn: Turn, asked: dict[str, Any], other_id: int) -> None:
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    ids = sorted({asked["appeal"], other_id})  # locked in one order by everybody
    views = {key: await access_to_put_in(turn, viewer, key, to_change=True) for key in ids}
    view, other = views[asked["appeal"]], views[other_id]
    if asked["epoch"] != view.appeal.epoch:
        raise Stale
    mine, theirs = [await find_issue_of(turn.session, one.appeal.id) for one in (view, other)]
    if view is other or (mine and theirs and mine.id == theirs.id):
        raise AlreadySo
    if mine and theirs:
        act = await _merge(turn, mine, theirs, view.appeal, other.appeal)
    else:
        act = await _put_in(turn, mine or theirs, views)
    await show_issue(turn, act.issue_id)
    await _say_done(turn, act, view.appeal, other.appeal)


async def _put_in(turn: Turn, there: CommonIssue | None, views: dict[int, AppealView]) -> IssueAct:
    """Whichever is in none; where neither is, the first that was told begins a new issue."""
    first, second = views.values()
    issue = there or await add_issue(turn.session, first.appeal, IssueOrigin.HAND, turn.now)
    act = await add_act(turn.session, issue, (await acting_official(turn)).id, turn.now)
    account = (await acting_account(turn)).id
    new = [
        (one, of)
        for one, of in ((first, second), (second, first))
        if not await find_issue_of(turn.session, one.appeal.id)
    ]
    for one, _ in new:
        await record_put_in(turn.session, act, issue, one.appeal, account)
        await note_act(turn, one, act, "put_in")
    for one, of in new:
        await tell_put_in(turn, one.appeal, of.appeal, act.issue_id)
    return act


async def _merge(turn: Turn, mine: CommonIssue, theirs: CommonIssue, own: Appeal, other: Appeal) -> IssueAct:
    """The members of the smaller one move; of two that are as large, of the later one."""
    members = {issue.id: await list_members(turn.session, issue.id) for issue in (mine, theirs)}
    emptied, issue = sorted((mine, theirs), key=lambda one: (len(members[one.id]), -one.id))
    moved = [await _access_member(turn, appeal) for appeal in sorted(members[emptied.id], key=lambda one: one.id)]
    act = await add_act(turn.session, issue, (await acting_official(turn)).id, turn.now)
    await record_moved(turn.session, act, emptied, issue, [view.appeal for view in moved])
    for view in moved:
        await note_act(turn, view, act, "moved")
        if Status(view.appeal.status).is_open:
            await tell_put_in(turn, view.appeal, other if emptied is mine else own, issue.id)
    return act


async def _access_member(turn: Turn, appeal: Appeal) -> AppealView:
    try:
        view = await access_to_change(turn, appeal.id)
    except NotYours:
        raise NotAllTheirs from None
    if not view.actors & WORK_ON_IT:
        raise NotAllTheirs
    return view


async def note_act(turn: Turn, view: AppealView, act: IssueAct, done: str) -> None:
    """In the appeal's history: who, when, and which issue."""
    await take_step(turn, view, Wanted(Action.NOTE, data={"issue": act.issue_id, "act": act.id, "done": done}))


async def _say_done(turn: Turn, act: IssueAct, appeal: Appeal, other: Appeal) -> None:
    numbers: dict[str, Any] = {
        "number": number_for_officials(appeal.series, appeal.number),
        "other": number_for_officials(other.series, other.number),
    }
    count = await count_households(turn.session, act.issue_id)
    await turn.answer("put-in-done", buttons=[apart_button(act)], about=appeal.id, count=count, **numbers)


def apart_button(act: IssueAct) -> Button:
    return Button("button-take-apart", "take_apart", act.id)
