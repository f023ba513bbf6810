"""Many people say their troubles while the service is killed again and again."""

import asyncio
import tomllib
from pathlib import Path

from tests.chaos.faults import count_dropped, order_faults
from tests.chaos.kills import Heard, Killer
from tests.chaos.looking import left, look
from tests.chaos.report import Killed
from tests.crowd.lives import Parent
from tests.crowd.telling import Teller
from tests.crowd.village import Village, village

_INVENTED = Path(__file__).parents[1] / "data" / "appeals.toml"
SAID: list[str] = tomllib.loads(_INVENTED.read_text(encoding="utf-8"))["said"]
_EACH = 2  # matters a person
_MESSAGES = 3  # an appeal: the draft's card, the receipt, the official's card


async def kill_and_tell(parent: Parent, url: str, folder: Path, appeals: int, kills: int, seed: int = 1) -> Killed:
    async with village(parent, url, folder, appeals // _EACH) as here, asyncio.timeout(60 + 4 * appeals):
        heard = Heard()
        killer = Killer(here.lives, here.database, here.operator, heard)
        tellers = [Teller(person, here.people.bot, heard.add) for person in here.people.villagers]
        await asyncio.gather(*(teller.listen() for teller in tellers))
        await order_faults(here.operator, seed)
        await here.lives.start()
        telling = asyncio.gather(*(_tell(teller, _matters(number)) for number, teller in enumerate(tellers)))
        await killer.kill(kills, appeals * _MESSAGES, seed)
        await _until_all_is_done(here, killer, telling)
        await here.lives.stop()
        return await _report(here, killer, tellers)


def _matters(person: int) -> list[str]:
    return [SAID[(person + number * len(SAID) // _EACH) % len(SAID)] for number in range(_EACH)]


async def _tell(teller: Teller, matters: list[str]) -> None:
    for words in matters:
        await teller.tell(words)


async def _until_all_is_done(here: Village, killer: Killer, telling: "asyncio.Future[list[None]]") -> None:
    """What waits for a later hour has it in a later life."""
    while (at_work := await left(here)) is not None or not telling.done():
        if at_work is False:
            await here.lives.stop()
            await killer.go_on()
        else:
            await here.database.letters.wait(0.05)
    await telling


async def _report(here: Village, killer: Killer, tellers: list[Teller]) -> Killed:
    interrupted = sum(len(found.letters) for found in killer.found)
    return Killed(killer.found, interrupted + await count_dropped(here.operator), await look(here, tellers))
