"""The letter by which the county forwards an appeal to a higher authority, and which of them wait for its answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.lifecycle import Action
from bot.rules.numbers import number_for_officials
from bot.rules.terms import Policy
from storage.access import AppealView, access_appeal
from storage.answers import list_answers
from storage.appeal_lists import list_forwarded_appeals
from storage.appeals import find_appeal_by_number
from storage.engine import Session
from storage.grids import access_grid, find_county
from storage.history import find_last_step
from storage.households import access_household
from storage.models import AppealEvent
from storage.pieces import list_appeal_pieces
from storage.viewers import find_viewer_in_office


@dataclass(frozen=True)
class Forwarding:
    """`words` are the villager's, `answers` what officials said that was sent out, both oldest first."""

    number: str
    authority: str
    county: str
    village: str
    address: str
    head: str
    category: str
    filed_at: datetime
    forwarded_at: datetime
    words: Sequence[str]
    answers: Sequence[str]
    recommendation: Sequence[str]


@dataclass(frozen=True)
class Forwarded:
    number: str
    authority: str
    since: datetime
    due_at: datetime


async def find_forwarding(session: Session, policy: Policy, view: AppealView) -> Forwarding | None:
    """None where it was never forwarded. Raises NotYours where the viewer may not read its words."""
    appeal, step = view.appeal, await find_last_step(session, view.appeal.id, Action.FORWARD_UP)
    if step is None:
        return None
    household, county = await access_household(session, appeal.household_id), await find_county(session)
    return Forwarding(
        number=number_for_officials(appeal.series, appeal.number),
        authority=step.data["authority"],
        county=county.name if county else "",
        village=(await access_grid(session, appeal.grid_id)).name,
        address=household.address,
        head=household.head,
        category=policy.categories[appeal.category].name,
        filed_at=appeal.filed_at,
        forwarded_at=step.at,
        words=[piece.text for piece in await list_appeal_pieces(session, view) if piece.text],
        answers=[answer.text for answer in await list_answers(session, view) if answer.sent_at and answer.text],
        recommendation=(step.note or "").splitlines(),
    )


async def find_forwarding_by_number(session: Session, policy: Policy, number: str) -> Forwarding | None:
    """As whoever forwarded it may read it. None where there is no such appeal, or it was never forwarded."""
    step = await _find_forwarded(session, number)
    if step is None or step.actor_official_id is None:
        return None
    viewer = await find_viewer_in_office(session, step.actor_official_id)
    return await find_forwarding(session, policy, await access_appeal(session, viewer, step.appeal_id))


async def _find_forwarded(session: Session, number: str) -> AppealEvent | None:
    series, _, last = number.strip().rpartition("-")
    appeal_id = await find_appeal_by_number(session, series, int(last)) if last.isdecimal() else None
    return None if appeal_id is None else await find_last_step(session, appeal_id, Action.FORWARD_UP)


async def list_forwarded(session: Session) -> list[Forwarded]:
    """Those that wait, oldest due first; no words of anybody."""
    waiting = []
    for appeal in await list_forwarded_appeals(session):
        step = await find_last_step(session, appeal.id, Action.FORWARD_UP)
        if step is not None and appeal.due_at is not None:
            number = number_for_officials(appeal.series, appeal.number)
            waiting.append(Forwarded(number, step.data["authority"], step.at, appeal.due_at))
    return waiting
