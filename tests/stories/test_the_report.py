"""The three matters that the report tells of, each the whole way: said, answered, judged, on the wall."""

from functools import partial

import httpx
import pytest

from bot.demo.stories import Story, read_cast
from tests.stories.village import Village

pytestmark = pytest.mark.long

CAST = read_cast()


async def test_the_three_matters_of_the_report_reach_the_wall(village: Village) -> None:
    for number, story in enumerate(CAST.stories, 1):
        if story.villager not in village.phones:
            await village.join(story.villager, CAST.homes[story.villager])
        await _is_answered(village, story, number)
        await _is_judged(village, story, number)
    await village.wait(hours=24)
    for story in CAST.stories:
        await village.until(partial(_wall_holds, village, story.words, story.answer))


async def _is_answered(village: Village, story: Story, number: int) -> None:
    """By the cadre, or by the lead to whom the cadre passes it up."""
    holder = story.answered_by
    await village.file(story.villager, story.words, number)
    await village.wait(minutes=1)
    card = await village.reads(story.cadre, f"磨石沟-{number}", story.words)
    if story.lead:
        await village.taps(story.cadre, card, "办不了,报上级")
        card = await village.reads(story.lead, f"磨石沟-{number}", story.words)
    await village.taps(holder, card, "接手")
    await village.says(holder, story.answer, reply_to=card["message_id"])
    await village.taps(holder, await village.reads(holder, "办得怎么样了"), "办好了")


async def _is_judged(village: Village, story: Story, number: int) -> None:
    answered = await village.reads(story.villager, f"{number}号有回音了", story.answer)
    await village.taps(story.villager, answered, "解决了")
    await village.taps(story.villager, await village.reads(story.villager, "明天上村里的回音壁"), "好")
    await village.phones[story.villager].expect("toast", text="好,谢谢您。")


async def _wall_holds(village: Village, *words: str) -> bool:
    async with httpx.AsyncClient(trust_env=False) as client:
        page = (await client.get(f"{village.address}/wall/磨石沟")).text
    return all(part in page for part in words)
