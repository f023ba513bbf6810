"""Households of one matter, and what is kept of them."""

from sqlalchemy import select

from storage.models import (
    Appeal,
    CommonIssueMember,
    Grid,
)
from tests.bot.usecases.village import Village
from tests.handlers.scenes import MEDICINE, SHORTAGE, told_by
from tests.storage.county import CADRE, GUILAN, XIUYING

THIRD, AWAY = 1004, 1005
LAMP_EAST, LAMP_WEST = "村东头的路灯坏了半年了,没人修", "村西头的路灯坏了半年了,没人修"


async def appeals(village: Village) -> list[Appeal]:
    query = select(Appeal).order_by(Appeal.id).execution_options(populate_existing=True)
    return list(await village.county.session.scalars(query))


async def members(village: Village) -> list[int]:
    query = select(CommonIssueMember.appeal_id).where(CommonIssueMember.left_at.is_(None))
    return list(await village.county.session.scalars(query.order_by(CommonIssueMember.appeal_id)))


async def two_joined(village: Village) -> tuple[Appeal, Appeal]:
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, XIUYING, SHORTAGE)
    await village.taps_last(XIUYING, "button-join")
    first, second = await appeals(village)
    return first, second


async def third_household(village: Village, *, there: str = "V", cadre: int | None = CADRE) -> int:
    """A household more, with somebody who speaks for it."""
    grid = (await village.county.session.scalars(select(Grid).where(Grid.code == there))).one()
    return await village.county.household("3", grid, village.cast.officials[cadre] if cadre else None, THIRD)
