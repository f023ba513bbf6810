"""A letter that lies unread on the phone, on the chat server that can tell."""

from bot.delivery.lookout import Lookout
from bot.delivery.telegram_bot import courier_bot
from tests.bot.rules.calendars import POLICY
from tests.stories.village import Village


async def test_whoever_has_not_looked_for_a_day_is_phoned_or_visited_and_whoever_has_is_not(village: Village) -> None:
    # DESIGN and issue: not seen within 24 h on our own chat server
    await village.file("王桂兰", "村西头的水井没水半年了")
    receipt = await village.file("王德福", "村东头的路灯坏了", 2)
    await village.phones["王德福"].post(f"chats/{village.chats['王德福']}/read", up_to=receipt["message_id"])
    await village.until(lambda: _told(village, 0))
    await village.wait(hours=24)
    await _look(village)
    await village.reads("孙有田", "磨石沟-1", "没人看", "打个电话或上门说一声")
    await _look(village)
    assert await _told(village, 1)


async def _look(village: Village) -> None:
    bot = courier_bot(village.bot.token, str(village.bot.http.base_url).rstrip("/"))
    async with bot:
        await Lookout(village.database, bot, village.hands, POLICY).look()


async def _told(village: Village, times: int) -> bool:
    return (await village.screen("孙有田")).count("没人看") == times
