"""Chats that cannot be written to, or go on elsewhere."""

from sqlalchemy import select

from storage.letters import Notice
from storage.models import Account, Letter, LetterState
from tests.bot.delivery.post import BUSY, GUILAN, SUN, Post
from tests.bot_api import BOT_ID, Answer
from tests.storage.cases import file

BLOCKED = Answer.error(403, "Forbidden: bot was blocked by the user")


async def _news(post: Post) -> Notice:
    async with post.county() as (county, cast):
        appeal = await file(county, cast)
    return Notice(BOT_ID, GUILAN, "busy", "zh-Hans", {}, "1", appeal_id=appeal.id, user_id=GUILAN)


async def test_whoever_holds_the_matter_is_told_whom_to_phone_and_nothing_of_what_they_said(post: Post) -> None:
    post.api.script("sendMessage", BLOCKED)
    await post.add(await _news(post))
    await post.calls(2)
    (told,) = [sent for sent in post.api.sent if sent["chat_id"] == str(SUN)]
    assert told["text"].startswith("磨石沟-1:户主1家的手机收不到消息,回音没有送到。")
    assert "俺娘" not in told["text"]


async def test_a_holder_who_blocks_the_bot_sends_nobody_to_the_villager(post: Post) -> None:
    post.api.script("sendMessage", BLOCKED)
    news = await _news(post)
    await post.add(Notice(BOT_ID, SUN, "busy", "zh-Hans", {}, "1", appeal_id=news.appeal_id, user_id=SUN))
    await post.calls(1)
    assert [letter.state for letter in await post.letters()] == [LetterState.SUPPRESSED]


async def test_a_chat_that_moved_takes_along_what_waits_for_it_and_who_speaks_there(post: Post) -> None:
    # Bot API, ResponseParameters.migrate_to_chat_id
    moved = "Bad Request: group chat was upgraded to a supergroup chat"
    post.api.script("sendMessage", Answer.error(400, moved, migrate_to_chat_id=-100123))
    async with post.database.write() as session:
        session.add(
            Account(bot_id=BOT_ID, user_id=SUN, chat_id=-5, first_seen=post.hands.now, last_seen=post.hands.now)
        )
    await post.write("1", chat=-5)
    await post.write("2", chat=-5)
    await post.calls(3)
    assert [(sent["chat_id"], sent["text"]) for sent in post.api.sent] == [("-100123", BUSY)] * 2
    async with post.database.read() as session:
        assert await session.scalar(select(Account.chat_id)) == -100123
        assert set(await session.scalars(select(Letter.state))) == {LetterState.SENT}


async def test_a_chat_that_was_never_begun_is_given_up_like_a_blocked_one(post: Post) -> None:
    post.api.script("sendMessage", Answer.error(400, "Bad Request: chat not found"))
    await post.write("1")
    await post.write("2")
    await post.calls(1)
    assert {letter.state for letter in await post.letters()} == {LetterState.SUPPRESSED}
