"""Letters that arrived and that nobody looked at."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import EndPointNotFound

from bot.delivery.lookout import Lookout
from bot.delivery.telegram_bot import courier_bot
from storage.letters import Notice
from tests.bot.delivery.post import GUILAN, SUN, Post
from tests.bot.rules.calendars import POLICY
from tests.bot_api import BOT_ID, TOKEN, Answer
from tests.storage.cases import file

DAY, TEN_MINUTES = timedelta(hours=24), timedelta(minutes=10)


async def _sent(post: Post, danger: str | None = None, **more: Any) -> None:
    """Two letters about her appeal stand on 王桂兰's phone, as messages 1 and 2."""
    async with post.county() as (county, cast):
        appeal = await file(county, cast, **more)
        appeal.danger = danger
    for occasion in ("1", "2"):
        await post.add(Notice(BOT_ID, GUILAN, "busy", "zh-Hans", {}, occasion, appeal_id=appeal.id, user_id=GUILAN))
    await post.calls(2)


async def _look(post: Post, read_up_to: int) -> None:
    post.api.script("getReadUpTo", Answer(200, {"ok": True, "result": {"message_id": read_up_to}}))
    async with courier_bot(TOKEN, post.api.base) as bot:
        await Lookout(post.database, bot, post.hands, POLICY).look()


async def _told(post: Post) -> list[str]:
    return [letter.wording for letter in await post.letters() if letter.chat_id == SUN]


@pytest.mark.parametrize(
    ("danger", "after", "read_up_to", "told"),
    [
        (None, DAY - timedelta(seconds=1), 0, []),
        (None, DAY, 0, ["unseen"]),
        (None, DAY, 1, ["unseen"]),
        (None, DAY, 2, []),
        ("fire", TEN_MINUTES, 0, ["unseen"]),
    ],
)
async def test_the_holder_is_told_once_when_its_time_is_over(
    post: Post, danger: str | None, after: timedelta, read_up_to: int, told: list[str]
) -> None:
    await _sent(post, danger)
    post.hands.move(after)
    for _ in range(2):
        await _look(post, read_up_to)
    assert await _told(post) == told


async def test_whose_a_private_appeal_is_does_not_stand_in_the_letter(post: Post) -> None:
    await _sent(post, is_private=True)
    post.hands.move(DAY)
    await _look(post, 0)
    (told,) = [letter for letter in await post.letters() if letter.chat_id == SUN]
    assert (told.wording, set(told.data)) == ("unseen-private", {"number"})
    assert [button["verb"] for button in told.buttons or ()] == ["open"]


async def test_what_lies_there_for_days_sends_nobody_out_any_more(post: Post) -> None:
    await _sent(post)
    post.hands.move(POLICY.reach.look_back)
    await _look(post, 0)
    assert await _told(post) == []
    assert "getReadUpTo" not in post.api.calls


async def test_a_bot_api_that_does_not_tell_is_not_asked_again(post: Post) -> None:
    await _sent(post)
    post.hands.move(DAY)
    post.api.script("getReadUpTo", *[Answer.error(404, "Not Found")] * 2)
    lookout = Lookout(post.database, courier_bot(TOKEN, post.api.base), post.hands, POLICY)
    async with courier_bot(TOKEN, post.api.base) as bot:
        with pytest.raises(EndPointNotFound):
            await Lookout(post.database, bot, post.hands, POLICY).look()
    async with asyncio.timeout(30):
        await lookout.run()
    assert await _told(post) == []
