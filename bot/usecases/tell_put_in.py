"""Whoever is put into a common issue by hand hears of it by day, with a way out."""

from bot.rules.common_issues import Near
from bot.usecases.join_issue import leave_button
from bot.usecases.like_appeals import compare, near, say_matter
from bot.usecases.people_of import tell_author
from bot.usecases.turn import Turn
from storage.common_issues import count_households
from storage.grids import access_grid
from storage.models import Appeal
from storage.pieces import list_words_of_appeals


async def tell_put_in(turn: Turn, appeal: Appeal, other: Appeal, issue_id: int) -> None:
    words = await list_words_of_appeals(turn.session, [appeal.id, other.id])
    alike = compare(words.get(appeal.id, ""), words.get(other.id, ""))
    data = say_matter(turn, appeal, alike) | {"near": await _where(turn, appeal, other, issue_id)}
    await tell_author(turn, appeal, "put-in", data, [leave_button(appeal)])


async def _where(turn: Turn, appeal: Appeal, other: Appeal, issue_id: int) -> str:
    """Of people's own affairs nobody hears where the others live, unless so many share it that it tells of none."""
    found = near(appeal, other)
    is_personal = any(turn.policy.categories[one.category].is_personal for one in (appeal, other))
    few = await count_households(turn.session, issue_id) < turn.policy.wall.households_a_year
    if found is not Near.HOME and is_personal and few:
        return "none"
    if found is Near.AREA:
        grids = [await access_grid(turn.session, one.grid_id) for one in (appeal, other)]
        return str(found) if grids[0].parent_id == grids[1].parent_id else "county"
    return str(found)
