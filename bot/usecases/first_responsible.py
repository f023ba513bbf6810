"""第一责任人: the head of the unit that promises something about an appeal."""

from bot.usecases.turn import Turn
from storage.barred import find_barred
from storage.heads import find_head
from storage.models import Appeal, Official


async def find_first_responsible(turn: Turn, unit_id: int | None, appeal: Appeal) -> Official | None:
    """Nobody of a grid, nor whoever must not know of the appeal."""
    head = await find_head(turn.session, unit_id) if unit_id is not None else None
    return None if head is None or head.id in await find_barred(turn.session, appeal.id) else head
