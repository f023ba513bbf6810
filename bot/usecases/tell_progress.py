"""我的事: how the villager's own appeals stand."""

from collections.abc import Sequence
from typing import Any

from bot.rules.buttons import Button
from bot.rules.lifecycle import Status
from bot.usecases.give_receipt import number_of
from bot.usecases.join_issue import leave_button
from bot.usecases.own_matters import list_recent
from bot.usecases.people_of import say_holder
from bot.usecases.turn import Turn
from bot.usecases.villager import access_villager
from storage.access import AppealView
from storage.common_issues import find_issue_of
from storage.holders import find_holder
from storage.models import Appeal

_AT_MOST = 5


async def list_own(turn: Turn) -> None:
    """The newest five; each by itself, so that each has its buttons. Raises NotYours."""
    recent = await list_recent(turn, await access_villager(turn))
    if not recent:
        await turn.answer("nothing-yet")
    await tell_progress(turn, recent)


async def tell_progress(turn: Turn, views: Sequence[AppealView]) -> None:
    for view in views[:_AT_MOST]:
        appeal = view.appeal
        data: dict[str, Any] = {"number": number_of(appeal), "title": appeal.title, "status": appeal.status}
        leaving = (leave_button(appeal),) if await find_issue_of(turn.session, appeal.id) else ()
        if Status(appeal.status).is_open:
            data |= {"due": appeal.due_at} | await say_holder(turn, await find_holder(turn.session, appeal))
            await turn.answer("progress", buttons=(*_buttons(appeal), *leaving), about=appeal.id, **data)
        else:
            await turn.answer("progress-settled", buttons=leaving, about=appeal.id, **data)


def _buttons(appeal: Appeal) -> tuple[Button, ...]:
    return (
        Button("button-urge", "urge", appeal.id, appeal.epoch),
        Button("button-withdraw", "withdraw", appeal.id, appeal.epoch),
        Button("button-more", "more", appeal.id, appeal.epoch),
    )
