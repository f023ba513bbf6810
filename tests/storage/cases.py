"""Appeals for tests of storage."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.rules.escalation import Complaint, Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Outcome, Status
from bot.rules.steps import Standing
from storage.appeals import NewAppeal, Reading, add_appeal
from storage.models import Appeal
from storage.standings import find_standing
from storage.steps import By, Step, record_step
from tests.storage.county import CADRE, GUILAN, Cast, County

WORDS = Reading("低保救助", ["低保", "瘫"], "俺娘八十了瘫床上", "normal")


async def file(
    county: County,
    cast: Cast,
    *,
    author: int = GUILAN,
    holder: Holder | None = None,
    is_private: bool = False,
    barred: Iterable[int] = (),
    complaint: Complaint = Complaint.ACCUSED,
    is_hidden: bool = False,
    told: Iterable[int] = (),
    household: int | None = None,
    reading: Reading = WORDS,
) -> Appeal:
    """An appeal of 王桂兰's household, with the cadre unless told otherwise."""
    account = await county.account(author)
    now = county.hands.now
    accused = frozenset(barred)
    standing = Standing(
        Status.FILED,
        holder or Holder(Level.CADRE, official=cast.officials[CADRE]),
        accept_by=now + timedelta(days=1),
        due_at=now + timedelta(days=7),
        look_at=now + timedelta(days=1),
        complaint=complaint if accused else Complaint.NONE,
        barred=accused,
    )
    new = NewAppeal(
        household_id=household or cast.household,
        account_id=account,
        by=By(Actor.AUTHOR, account),
        reading=reading,
        standing=standing,
        card_not_before=now + timedelta(minutes=1),
        is_private=is_private,
        private_reason="illness" if is_private else None,
        is_hidden=is_hidden,
        told=told,
    )
    return await add_appeal(county.session, new, now)


async def go_on(
    county: County,
    appeal: Appeal,
    action: Action,
    *,
    outcome: Outcome | None = None,
    note: str | None = None,
    **changes: Any,
) -> None:
    """A step to where the changed standing says; what the rules would decide is not asked."""
    before = await find_standing(county.session, appeal)
    after = replace(before, **changes)
    is_moved = (after.status, after.holder) != (before.status, before.holder)
    after = replace(after, epoch=before.epoch + is_moved)
    step = Step(action, By(Actor.CLOCK), after, outcome=outcome, note=note)
    await record_step(county.session, appeal, step, county.hands.now)
