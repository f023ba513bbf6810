"""承诺: whoever holds an appeal for a unit, or above the cadre, promises a day for the answer."""

from datetime import date, datetime
from typing import Any

from bot.rules.buttons import Button
from bot.rules.calendar import add_working_days, day_of
from bot.rules.commitments import may_commit, offered, promised_until
from bot.rules.date_words import read_deadline
from bot.rules.errors import AlreadyCommitted, NotNow, NotUnderstood, NotYours
from bot.rules.lifecycle import Action, Actor, Status
from bot.rules.steps import role_of
from bot.usecases.acting import acting_official
from bot.usecases.ask import answered, ask
from bot.usecases.first_responsible import find_first_responsible
from bot.usecases.heard import Heard
from bot.usecases.people_of import say_holder, show_to_holders, tell_author
from bot.usecases.take_step import Wanted, access_to_take, take_step
from bot.usecases.turn import Toast, Turn, kept_data
from storage.access import AppealView
from storage.commitments import NewCommitment, add_commitment, find_standing_commitment
from storage.holders import find_holder
from storage.models import Appeal, Official

DAY, WHAT = "commit_day", "commit_what"
_MOST_DAYS = 365


async def offer_days(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """Raises NotYours, Stale; NotNow for what is with a cadre; AlreadyCommitted; AfterDue where it is overdue."""
    appeal = (await _access_to_commit(turn, appeal_id, epoch)).appeal
    days = offered(turn.calendar, turn.policy.deadlines, turn.now, appeal.due_at or turn.now)
    buttons = [
        Button("commit-days", "commit_days", count, data=kept_data({"days": count, "due": until}))
        for count, until in days.items()
    ]
    await ask(turn, DAY, {"appeal": appeal_id, "epoch": epoch})
    await turn.answer("commit-asked", buttons=buttons, about=appeal_id, due=appeal.due_at)
    return Toast("commit-toast")


async def choose_day(turn: Turn, days: int) -> Toast:
    """Raises Stale where this chat was not asked for one, NotUnderstood, and what `offer_days` raises."""
    asked = await answered(turn, DAY)
    if not 0 < days <= _MOST_DAYS:
        raise NotUnderstood
    await _ask_what(turn, asked, add_working_days(turn.calendar, day_of(turn.now), days))
    return Toast("commit-toast")


async def say_day(turn: Turn, asked: dict[str, Any], heard: Heard) -> None:
    """Raises NotUnderstood; DayOver, DayOff, AfterDue; and what `offer_days` raises."""
    day = read_deadline(heard.words, day_of(turn.now))
    if day is None:
        raise NotUnderstood
    await _ask_what(turn, asked, day)


async def _ask_what(turn: Turn, asked: dict[str, Any], day: date) -> None:
    appeal = (await _access_to_commit(turn, asked["appeal"], asked["epoch"])).appeal
    until = promised_until(turn.calendar, turn.policy.deadlines, day, appeal.due_at or turn.now, turn.now)
    await ask(turn, WHAT, asked | {"day": day.isoformat()})
    await turn.answer("commit-what", buttons=[Button("commit-bare", "commit_bare")], about=appeal.id, due=until)


async def commit_bare(turn: Turn) -> Toast:
    """▢ 不写了. Raises Stale where this chat was not asked for it, and what `commit` raises."""
    await _commit(turn, await answered(turn, WHAT), "")
    return Toast("commit-toast")


async def commit(turn: Turn, asked: dict[str, Any], heard: Heard) -> None:
    """Kept with the appeal and in its history; the household hears. Raises as `say_day` does."""
    await _commit(turn, asked, heard.words)


async def _commit(turn: Turn, asked: dict[str, Any], what: str) -> None:
    view, day = await _access_to_commit(turn, asked["appeal"], asked["epoch"]), date.fromisoformat(asked["day"])
    appeal = view.appeal
    until = promised_until(turn.calendar, turn.policy.deadlines, day, appeal.due_at or turn.now, turn.now)
    wanted = Wanted(Action.NOTE, asked["epoch"], note=what or None, data={"committed": until.isoformat()})
    after = await take_step(turn, view, wanted)
    head = await find_first_responsible(turn, appeal.holder_unit_id, appeal)
    await _keep(turn, appeal, head, until, what)
    said = {"words": what, "form": "words" if what else "none", "head": head.name if head else "none", "due": until}
    await tell_author(turn, appeal, "committed", said | await say_holder(turn, after.holder))
    await show_to_holders(turn, appeal)
    await turn.answer("commit-noted", about=appeal.id, due=until, listed="yes" if view.is_public else "no")


async def _keep(turn: Turn, appeal: Appeal, head: Official | None, until: datetime, what: str) -> None:
    new = NewCommitment(
        appeal_id=appeal.id,
        unit_id=appeal.holder_unit_id,
        grid_id=None if appeal.holder_unit_id else appeal.holder_grid_id,
        official_id=(await acting_official(turn)).id,
        head_official_id=head.id if head else None,
        due_at=until,
        what=what,
    )
    await add_commitment(turn.session, new, turn.now)


async def _access_to_commit(turn: Turn, appeal_id: int, epoch: int) -> AppealView:
    view = await access_to_take(turn, appeal_id, Action.NOTE, epoch)
    if Actor.HOLDER not in view.actors:
        raise NotYours
    may = may_commit(role_of(await find_holder(turn.session, view.appeal)))
    if not (may and Status(view.appeal.status).is_open):
        raise NotNow
    made = await find_standing_commitment(turn.session, appeal_id)
    if made is not None and made.due_at > turn.now:
        raise AlreadyCommitted
    return view
