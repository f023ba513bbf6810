"""A card that stands on the phone and is not in the map of messages."""

from sqlalchemy import delete

from storage.models import Delivery
from tests.stories.village import Village


async def test_a_reply_to_a_card_that_was_lost_sight_of_finds_its_appeal(village: Village) -> None:
    # telegram.md §4.2: a native reply to an unmapped message of ours heals the map
    await village.file("王桂兰", "俺娘八十了瘫床上 低保给停了")
    await village.wait(minutes=1)
    card = await village.reads("孙有田", "磨石沟-1")
    await village.until(lambda: _forgotten(village))
    await village.says("孙有田", "我明天上午上门", reply_to=card["message_id"])
    await village.reads("孙有田", "办得怎么样了")


async def _forgotten(village: Village) -> bool:
    async with village.database.write() as session:
        return (await session.execute(delete(Delivery).returning(Delivery.id))).first() is not None
