"""What happened to an appeal, as one viewer may know it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.rules.access import WORK_ON_IT
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Status
from storage.access import AppealView
from storage.engine import Session
from storage.models import AppealEvent

_OFFICIALS = WORK_ON_IT | {Actor.HELPER}


@dataclass(frozen=True)
class PastStep:
    """`note` and `data` hold people's words: they are empty where the viewer may not read those. What officials noted
    among themselves is for whoever handles the appeal as one."""

    at: datetime
    action: Action
    actor: Actor
    actor_official_id: int | None
    status: Status
    level: Level
    to_official_id: int | None
    to_unit_id: int | None
    to_grid_id: int | None
    is_told: bool
    due_at: datetime | None
    note: str | None
    data: dict[str, Any]


async def list_steps(session: Session, view: AppealView) -> list[PastStep]:
    """Oldest first."""
    query = select(AppealEvent).where(AppealEvent.appeal_id == view.appeal.id).order_by(AppealEvent.id)
    is_official = bool(view.actors & _OFFICIALS)
    return [
        _past(event, shows_words=view.shows_words and (is_official or event.action != Action.NOTE))
        for event in await session.scalars(query)
    ]


async def find_last_step(session: Session, appeal_id: int, action: Action) -> AppealEvent | None:
    """For papers of the office; whether they may be shown is asked of the appeal."""
    query = select(AppealEvent).where(AppealEvent.appeal_id == appeal_id, AppealEvent.action == action)
    query = query.where(AppealEvent.is_told.is_(False)).order_by(AppealEvent.id.desc()).limit(1)
    return (await session.scalars(query)).one_or_none()


def _past(event: AppealEvent, *, shows_words: bool) -> PastStep:
    return PastStep(
        at=event.at,
        action=Action(event.action),
        actor=Actor(event.actor),
        actor_official_id=event.actor_official_id,
        status=Status(event.status),
        level=Level(event.level),
        to_official_id=event.to_official_id,
        to_unit_id=event.to_unit_id,
        to_grid_id=event.to_grid_id,
        is_told=event.is_told,
        due_at=event.due_at,
        note=event.note if shows_words else None,
        data=event.data if shows_words else {},
    )
