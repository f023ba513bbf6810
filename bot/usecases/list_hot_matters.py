"""What grows in the county: for its office, and for the dockets of study meetings. Public appeals alone count."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.heat import Heat, heat_of
from bot.rules.terms import Policy
from storage.engine import Session
from storage.hot_matters import Told, list_told

_SHARED = 2  # what one household alone tells is shared by nobody


@dataclass(frozen=True)
class HotRow:
    """`words` are empty where they would tell too much of too few."""

    category: str
    words: Sequence[str]
    heat: Heat


async def list_hot_matters(
    session: Session, policy: Policy, now: datetime, most: int, villages: Collection[int] | None = None
) -> list[HotRow]:
    """Of the days of `duplicates.look_back`, of the county or of these villages; what grows first."""
    told = await list_told(session, now - policy.duplicates.look_back, villages)
    rows = [_row(policy, one, now) for one in told]
    shared = [row for row in rows if row.heat.households >= _SHARED]
    return sorted(shared, key=lambda row: row.heat.rank, reverse=True)[:most]


def _row(policy: Policy, told: Told, now: datetime) -> HotRow:
    """Of people's own affairs only the category is named, until so many households tell of it that a figure of
    private ones would be shown, too."""
    heat, category = heat_of(told.reports, now), policy.categories[told.category]
    is_guarded = category.is_personal and heat.households < policy.privacy.least_count
    return HotRow(category.name, () if is_guarded else told.words, heat)
