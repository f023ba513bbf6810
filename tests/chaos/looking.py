"""What is left to do, and what has become of what was said."""

from collections.abc import Sequence
from datetime import timedelta

from bot.clock import utc_now
from tests.chaos.report import Told
from tests.chaos.state import find_left
from tests.chaos.truth import compare, count_cardless, find_filed, read_phones
from tests.crowd.telling import Teller
from tests.crowd.village import Village


async def left(here: Village) -> bool | None:
    """As `find_left`, by the service's clock."""
    return await find_left(here.database, utc_now() + timedelta(seconds=here.lives.ahead))


async def look(here: Village, tellers: Sequence[Teller]) -> Told:
    """What stands in the database and on the phones."""
    said = [(teller.person.phone.id, words) for teller in tellers for words in teller.said]
    filed = await find_filed(here.database)
    return Told(
        matters=len(said),
        filed_once=sum(filed[words] == 1 for words in said),
        appeals=sum(filed.values()),
        receipts=sum(len(teller.numbers) for teller in tellers),
        cardless=await count_cardless(here.database),
        truth=await compare(here.database, await read_phones(here.operator, here.people.bot.id)),
    )
