"""The one grid that an operator means."""

from bot.rules.errors import Problem
from storage.cards import find_grids
from storage.engine import Session
from storage.models import Grid


async def find_grid(session: Session, called: str) -> Grid:
    """By code, name or short name. Raises Problem where it is none or not one."""
    found = await find_grids(session, called)
    if not found:
        raise Problem(f"There is no grid {called}. Give its code or name as in grids.csv.")
    if len(found) > 1:
        codes = ", ".join(grid.code for grid in found)
        raise Problem(f"{len(found)} grids are called {called}: {codes}. Give the code of one.")
    return found[0]
