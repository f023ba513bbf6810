"""Citizens' own messages go the whole way. They are counted, never shown."""

import asyncio
from pathlib import Path
from random import Random

from tests.chaos.looking import left, look
from tests.chaos.report import Told
from tests.crowd.lives import Parent
from tests.crowd.telling import Teller
from tests.crowd.village import village
from tests.nlp.samples import REAL, real

_FILE = "dev_categories.csv"
_LONGEST = 4_000  # of a message


def are_there() -> bool:
    return (REAL / _FILE).exists()


async def tell_real(parent: Parent, url: str, folder: Path, count: int, seed: int = 1) -> Told:
    """Each by a villager of its own, drawn by the seed."""
    messages = [f"{row['title']}\n{row['detail']}".strip()[:_LONGEST] for row in real(_FILE)]
    drawn = Random(seed).sample(messages, count)
    async with village(parent, url, folder, count) as here, asyncio.timeout(60 + 4 * count):
        tellers = [Teller(person, here.people.bot) for person in here.people.villagers]
        await asyncio.gather(*(teller.listen() for teller in tellers))
        await here.lives.start()
        await asyncio.gather(*(teller.tell(words) for teller, words in zip(tellers, drawn, strict=True)))
        while await left(here) is not None:
            await here.database.letters.wait(0.05)
        await here.lives.stop()
        return await look(here, tellers)
