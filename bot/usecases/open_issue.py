"""共性问题 as whoever works on one of its appeals may know it: members, villages, growth, what was answered."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.rules.access import WORK_ON_IT
from bot.rules.errors import NotNow, NotYours
from bot.rules.lifecycle import Status
from bot.rules.numbers import number_for_officials
from bot.usecases.acting import acting_official
from bot.usecases.put_together import apart_button
from bot.usecases.redacted import redacted
from bot.usecases.study_items import viewer_of
from bot.usecases.turn import Toast, Turn
from storage.access import AppealView, access_appeal
from storage.answers import list_last_answers
from storage.common_issues import access_issue, count_households, count_joined, find_issue_of, list_members
from storage.grids import access_grid
from storage.issue_acts import find_merged_into, list_acts
from storage.models import Appeal, CommonIssue
from storage.study_meetings import access_item
from storage.viewers import Viewer

_GROWTH = timedelta(days=7)
_MOST_MEMBERS, _MOST_ANSWERS, _MOST_ACTS = 20, 3, 3


async def open_issue(turn: Turn, appeal_id: int) -> Toast:
    """From a member's card. Raises NotYours; NotNow where it is in none any more."""
    viewer = await viewer_of(turn)
    view = await access_appeal(turn.session, viewer, appeal_id)
    if not view.actors & WORK_ON_IT:
        raise NotYours
    issue = await find_issue_of(turn.session, appeal_id)
    if issue is None:
        raise NotNow
    await _tell(turn, viewer, issue)
    return Toast("study-toast")


async def open_issue_of_item(turn: Turn, item_id: int) -> Toast:
    """From a docket. Raises NotYours; NotNow where the item is about one appeal."""
    viewer = await viewer_of(turn)
    _, item = await access_item(turn.session, viewer, item_id)
    if item.issue_id is None:
        raise NotNow
    issue_id = await find_merged_into(turn.session, item.issue_id)
    await _tell(turn, viewer, await access_issue(turn.session, issue_id))
    return Toast("study-toast")


async def _tell(turn: Turn, viewer: Viewer, issue: CommonIssue) -> None:
    """Of members that they may not read nothing but how many they are."""
    members = await list_members(turn.session, issue.id)
    views = [view for appeal in members if (view := await _read(turn, viewer, appeal.id))][:_MOST_MEMBERS]
    acts = await list_acts(turn.session, issue.id, (await acting_official(turn)).id)
    await turn.answer(
        "issue-opened",
        buttons=[apart_button(act) for act in acts[:_MOST_ACTS]],
        category=turn.policy.categories[issue.category].name,
        count=await count_households(turn.session, issue.id),
        grown=await count_joined(turn.session, issue.id, turn.now - _GROWTH),
        villages=await _villages(turn, views),
        unlisted=len(members) - len(views),
        answers=await _answers(turn, views),
    )


async def _read(turn: Turn, viewer: Viewer, appeal_id: int) -> AppealView | None:
    try:
        view = await access_appeal(turn.session, viewer, appeal_id)
    except NotYours:
        return None
    return view if view.shows_words else None


async def _villages(turn: Turn, views: Sequence[AppealView]) -> list[dict[str, Any]]:
    """A line each, the most concerned first."""
    by_village: dict[int, list[Appeal]] = defaultdict(list)
    for view in views:
        by_village[view.appeal.grid_id].append(view.appeal)
    most_first = sorted(by_village.items(), key=lambda one: -len(one[1]))
    return [_line((await access_grid(turn.session, grid)).name, appeals) for grid, appeals in most_first]


def _line(village: str, appeals: Sequence[Appeal]) -> dict[str, Any]:
    answered = sum(not Status(appeal.status).is_open for appeal in appeals)
    numbers = [number_for_officials(appeal.series, appeal.number) for appeal in appeals]
    data = {"village": village, "count": len(appeals), "answered": answered, "numbers": numbers}
    return {"wording": "issue-village", "data": data}


async def _answers(turn: Turn, views: Sequence[AppealView]) -> list[dict[str, Any]]:
    """Each once, without what leads to a person; the newest first."""
    last = await list_last_answers(turn.session, [view.appeal.id for view in views])
    by_text = {answer.text: answer for answer in last.values() if answer.text}
    appeals = {view.appeal.id: view.appeal for view in views}
    newest = sorted(by_text.values(), key=lambda one: -one.id)[:_MOST_ANSWERS]
    told = [(answer, (await redacted(turn, appeals[answer.appeal_id], answer))[1]) for answer in newest]
    return [{"wording": "issue-answer", "data": {"reply": reply, "outcome": answer.outcome}} for answer, reply in told]
