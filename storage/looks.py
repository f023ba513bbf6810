"""The look-log: who opened the words of a private appeal, and when."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from bot.rules.errors import NotYours
from bot.rules.lifecycle import Action, Actor
from storage.access import AppealView
from storage.engine import Session
from storage.models import Appeal, AppealEvent, Look


async def record_look(
    session: Session, view: AppealView, account_id: int, official_id: int | None, now: datetime
) -> None:
    """Written before the words are given. Raises NotYours for whom they are not."""
    if not view.shows_words:
        raise NotYours
    session.add(Look(appeal_id=view.appeal.id, account_id=account_id, official_id=official_id, at=now))
    await session.flush()


async def list_looks(session: Session, view: AppealView) -> Sequence[Look]:
    """The author's to know, and the county office's; raises NotYours for others."""
    if not view.actors & {Actor.AUTHOR, Actor.COUNTY_OFFICE}:
        raise NotYours
    query = select(Look).where(Look.appeal_id == view.appeal.id).order_by(Look.id)
    return (await session.scalars(query)).all()


async def was_opened(session: Session, appeal: Appeal) -> bool:
    """Whether some official has opened its words, or done anything with it."""
    looked = select(Look.id).where(Look.appeal_id == appeal.id, Look.official_id.is_not(None))
    by_official = AppealEvent.actor_official_id.is_not(None), AppealEvent.action != Action.FILE
    acted = select(AppealEvent.id).where(AppealEvent.appeal_id == appeal.id, *by_official)
    return bool(await session.scalar(select(looked.exists() | acted.exists())))
