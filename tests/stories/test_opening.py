"""A private appeal on the holder's phone."""

from sqlalchemy import select

from storage.models import Letter, LetterKind
from tests.stories.village import Village

SUBSIDY = "俺娘八十了瘫床上 低保给停了"


async def test_private_words_stand_on_the_holders_phone_for_ten_minutes_and_no_longer(village: Village) -> None:
    # DESIGN §2, private
    receipt = await village.file("王桂兰", SUBSIDY)
    await village.taps("王桂兰", receipt, "只让办事的人看")
    await village.until(lambda: _is_private(village))
    await village.wait(minutes=1)
    card = await village.reads("孙有田", "磨石沟-1", "不公开")
    assert SUBSIDY not in await village.screen("孙有田")
    await village.taps("孙有田", card, "打开")
    opened = await village.reads("孙有田", SUBSIDY, "10分钟后收回")
    assert opened["has_protected_content"]
    await village.until(lambda: _is_to_be_taken_back(village))
    await village.wait(minutes=10)
    await village.phones["孙有田"].expect("deleted", message_id=opened["message_id"])


async def _is_private(village: Village) -> bool:
    (appeal,) = await village.appeals()
    return appeal.is_private


async def _is_to_be_taken_back(village: Village) -> bool:
    async with village.database.read() as session:
        return await session.scalar(select(Letter.id).where(Letter.kind == LetterKind.TAKE_BACK)) is not None
