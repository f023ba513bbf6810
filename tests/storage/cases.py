"""Appeals for tests of storage."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Actor
from storage.appeals import NewAppeal, Reading, add_appeal
from storage.models import Appeal
from storage.steps import By
from tests.storage.county import CADRE, GUILAN, Cast, County

WORDS = Reading("低保救助", ["低保", "瘫"], "俺娘八十了瘫床上", "normal")


async def file(
    county: County,
    cast: Cast,
    *,
    author: int = GUILAN,
    holder: Holder | None = None,
    is_private: bool = False,
    barred: Mapping[int, str] | None = None,
    in_county_series: bool = False,
    told: Sequence[Holder] = (),
) -> Appeal:
    """An appeal of 王桂兰's household, with the cadre unless told otherwise."""
    account = await county.account(author)
    now = county.hands.now
    new = NewAppeal(
        household_id=cast.household,
        account_id=account,
        by=By(Actor.AUTHOR, account),
        reading=WORDS,
        holder=holder or Holder(Level.CADRE, official=cast.officials[CADRE]),
        accept_by=now + timedelta(days=1),
        due_at=now + timedelta(days=7),
        card_not_before=now + timedelta(minutes=1),
        is_private=is_private,
        private_reason="illness" if is_private else None,
        barred=barred or {},
        in_county_series=in_county_series,
        told=told,
    )
    return await add_appeal(county.session, new, now)
