"""Which appeals may stand before the village: in its wall, its figures, and among what others are told of."""

from sqlalchemy import ColumnElement, bindparam, exists, select

from bot.rules.numbers import COUNTY_SERIES
from storage.engine import Session
from storage.models import Appeal, AppealBarred


def public() -> ColumnElement[bool]:
    """Neither private nor a complaint of an official, nor counted by the county alone: of violence at home nothing is
    shown below it, even where the author keeps it open."""
    is_barred = exists().where(AppealBarred.appeal_id == Appeal.id)
    return Appeal.is_private.is_(False) & (Appeal.series != COUNTY_SERIES) & ~is_barred


_IF_PUBLIC = select(Appeal.id).where(Appeal.id == bindparam("appeal"), public())


async def is_public(session: Session, appeal: Appeal) -> bool:
    return await session.scalar(_IF_PUBLIC, {"appeal": appeal.id}) is not None
