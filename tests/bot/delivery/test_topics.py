"""An appeal's topic in its grid's group, as the courier makes, keeps and deletes it."""

from datetime import timedelta

from bot.delivery.calls import CreateTopic
from bot.delivery.outcome import Sent
from bot.delivery.pace import Pace
from bot.delivery.topics import settle_topic
from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Status
from bot.usecases.topics_of import show_topics
from bot.usecases.turn import Post as Letters
from storage.appeals import record_private
from storage.forums import NewForum, add_forum_members, record_forum_state, record_forum_tied
from storage.grids import find_grid
from storage.models import Appeal, Forum, ForumState, Letter, LetterKind, LetterState, Topic
from storage.outbox import record_sending
from storage.topics import find_topic_named, record_topic_found
from tests.bot.delivery.post import GUILAN, Post
from tests.bot_api import BOT_ID, HANG_UP, Answer
from tests.clock import Hands
from tests.storage.cases import file, go_on
from tests.storage.county import AREA_LEAD, VILLAGE_LEAD, Cast, County

FORUM = -1002
THREAD = 901
GONE = Answer.error(400, "Bad Request: message thread not found")


async def _tied(post: Post) -> Appeal:
    """磨石沟's group is posting, and an appeal has come up to its lead."""
    async with post.county() as (county, cast):
        session, now, lead = county.session, post.hands.now, cast.officials[VILLAGE_LEAD]
        appeal = await file(county, cast)
        await _goes(county, cast, appeal, VILLAGE_LEAD)
        grid = await find_grid(session, "V")
        assert grid
        forum = await record_forum_tied(session, NewForum(BOT_ID, FORUM, "群", grid.id, lead), now)
        await add_forum_members(session, forum, [VILLAGE_LEAD], now)
        await record_forum_state(session, forum, ForumState.POSTING)
    await _shown(post, appeal)
    return appeal


async def _goes(county: County, cast: Cast, appeal: Appeal, to: int) -> None:
    level, grid = (Level.VILLAGE, "V") if to == VILLAGE_LEAD else (Level.AREA, "A")
    holder = Holder(level, official=cast.officials[to], grid=grid)
    await go_on(county, appeal, Action.ESCALATE, status=Status.ESCALATED, holder=holder)


async def _shown(post: Post, appeal: Appeal, to: int | None = None, *, is_private: bool = False) -> None:
    """As its use cases do it after each step, a minute later."""
    post.hands.move(timedelta(minutes=1))
    async with post.database.write() as session:
        appeal = await session.get_one(Appeal, appeal.id)
        if to is not None:
            appeal.level = Level.VILLAGE if to == VILLAGE_LEAD else Level.AREA
        if is_private:
            await record_private(session, appeal, "by_tap")
        await show_topics(Letters(session, post.hands.now, "shown"), appeal)


async def _topic(post: Post) -> Topic:
    async with post.database.read() as session:
        return await session.get_one(Topic, 1)


async def _letter(post: Post) -> Letter:
    return next(letter for letter in await post.letters() if letter.kind == LetterKind.TOPIC)


def _methods(post: Post) -> list[str]:
    return [method for method in post.api.calls if method != "getMe"]


async def test_it_is_made_once_and_open_while_its_grid_has_it(post: Post) -> None:
    appeal = await _tied(post)
    await post.calls(1)
    assert _methods(post) == ["createForumTopic", "sendMessage"]
    (made,), (sent,) = post.given("createForumTopic"), post.given("sendMessage")
    assert made["name"].startswith("磨石沟-1 · ")
    assert (sent["chat_id"], sent["message_thread_id"]) == (str(FORUM), str(THREAD))
    for to in (None, AREA_LEAD, VILLAGE_LEAD):
        await _shown(post, appeal, to)
        await post.calls(_methods(post).count("editMessageText") + 1, "editMessageText")
    assert _methods(post)[2:] == [
        "editMessageText", "closeForumTopic", "editMessageText", "reopenForumTopic", "editMessageText",
    ]  # fmt: skip
    assert (await _letter(post)).state == LetterState.SENT


async def test_deleted_by_somebody_it_is_made_once_more_and_then_its_lead_has_it_privately(post: Post) -> None:
    appeal = await _tied(post)
    await post.calls(1)
    for _ in range(2):
        await _shown(post, appeal)
        post.api.script("editMessageText", Answer.error(400, "Bad Request: message to edit not found"))
        post.api.script("sendMessage", GONE)
        shown = post.api.calls.count("sendMessage")
        await post.calls(shown + 2)
    assert post.api.calls.count("createForumTopic") == 2
    topic = await _topic(post)
    assert topic.gone_at is not None
    assert post.given("sendMessage")[-1]["chat_id"] == str(VILLAGE_LEAD)


async def test_a_making_in_doubt_is_known_by_what_the_group_says_of_it(post: Post) -> None:
    await _tied(post)
    post.api.script("createForumTopic", HANG_UP)
    await post.calls(1, "createForumTopic")
    assert (await _letter(post)).state == LetterState.UNCERTAIN
    name = post.given("createForumTopic")[0]["name"]
    async with post.database.write() as session:
        forum = await session.get_one(Forum, 1)
        topic = await find_topic_named(session, forum, name)
        assert topic
        await record_topic_found(session, topic, 77)
    post.hands.move(timedelta(minutes=1))
    await post.calls(1)
    assert (_methods(post), post.given("sendMessage")[0]["message_thread_id"]) == (
        ["createForumTopic", "sendMessage"],
        "77",
    )
    assert not post.texts[0].startswith("(重发)")


async def test_a_making_in_doubt_that_nothing_is_heard_of_is_repeated_once(post: Post) -> None:
    await _tied(post)
    post.api.script("createForumTopic", HANG_UP, HANG_UP)
    await post.calls(1, "createForumTopic")
    post.hands.move(timedelta(minutes=1))
    await post.calls(1)
    assert _methods(post) == ["createForumTopic", "createForumTopic", "sendMessage"]
    assert post.given("sendMessage")[0]["chat_id"] == str(VILLAGE_LEAD)


async def test_of_two_that_were_made_the_second_is_taken_away(post: Post) -> None:
    await _tied(post)
    async with post.database.write() as session:
        await record_topic_found(session, await session.get_one(Topic, 1), 77)  # while the second call is out
        topic_letter = await session.get_one(Letter, 1)
        now = post.hands.now
        record_sending(topic_letter, None, now)
        await settle_topic(session, topic_letter, CreateTopic("x"), Sent(78), now)
    await post.calls(1, "deleteForumTopic")
    assert post.given("deleteForumTopic")[0]["message_thread_id"] == "78"
    assert (await _topic(post)).thread_id == 77


async def test_what_became_private_is_deleted_and_nothing_more_is_said_there(post: Post) -> None:
    appeal = await _tied(post)
    await post.calls(1)
    async with post.database.write() as session:
        forum, topic = await session.get_one(Forum, 1), await session.get_one(Topic, 1)
        said = Letters(session, post.hands.now, "said")
        await said.say_in_topic(topic, forum, "topic-not-noted", reply_to=1)
    await _shown(post, appeal, is_private=True)
    await post.calls(1, "deleteForumTopic")
    await _shown(post, appeal)
    await post.write("after")
    await post.calls(2)
    assert _methods(post) == ["createForumTopic", "sendMessage", "deleteForumTopic", "sendMessage"]
    assert await post.deliveries() == []
    states = [letter.state for letter in await post.letters() if letter.chat_id == FORUM]
    assert states == [LetterState.SENT, LetterState.SUPPRESSED]


async def test_what_cannot_be_deleted_the_leads_are_asked_to_delete(post: Post) -> None:
    appeal = await _tied(post)
    await post.calls(1)
    post.api.script("deleteForumTopic", Answer.error(400, "Bad Request: not enough rights to delete the topic"))
    await _shown(post, appeal, is_private=True)
    await post.calls(2)
    assert (post.given("sendMessage")[-1]["chat_id"], "我删不掉" in post.texts[-1]) == (str(VILLAGE_LEAD), True)


async def test_while_a_stranger_is_there_nothing_leaves_whatever_was_written(post: Post) -> None:
    await _tied(post)
    async with post.database.write() as session:
        await add_forum_members(session, await session.get_one(Forum, 1), [GUILAN], post.hands.now)
    await post.write("after")
    await post.calls(1)
    assert (_methods(post), (await _letter(post)).state) == (["sendMessage"], LetterState.SUPPRESSED)


async def test_before_its_topic_is_made_what_became_private_never_leaves(post: Post) -> None:
    appeal = await _tied(post)
    await _shown(post, appeal, is_private=True)
    await post.write("after")
    await post.calls(1)
    assert (_methods(post), (await _letter(post)).state) == (["sendMessage"], LetterState.SUPPRESSED)


async def test_thrown_out_of_the_group_it_tells_the_lead_who_has_the_card_privately(post: Post) -> None:
    await _tied(post)
    post.api.script("createForumTopic", Answer.error(403, "Forbidden: bot was kicked from the supergroup chat"))
    await post.calls(2)
    assert [given["chat_id"] for given in post.given("sendMessage")] == [str(VILLAGE_LEAD)] * 2
    assert ("不让我管话题了" in post.texts[0], "磨石沟-1" in post.texts[1]) == (True, True)


async def test_a_group_gets_twenty_calls_a_minute_and_others_do_not_wait_for_it(post: Post) -> None:
    for number in range(23):
        await post.write(f"{number}", chat=FORUM)
    courier = post.courier()
    await post.calls(20, by=courier)
    await post.write("other", chat=GUILAN)
    await post.calls(21, by=courier)
    chats = [given["chat_id"] for given in post.given("sendMessage")]
    assert (chats.count(str(FORUM)), chats[-1]) == (20, str(GUILAN))
    post.hands.move(timedelta(minutes=1))
    await post.calls(24, by=courier)
    assert [letter.state for letter in await post.letters()] == [LetterState.SENT] * 24


def test_a_groups_share_counts_neither_people_nor_what_was_a_minute_ago() -> None:
    now, pace = Hands().now, Pace()
    for _ in range(25):
        pace.count(GUILAN, now)
        pace.count(FORUM, now)
    assert pace.resting(now) == [FORUM]
    assert pace.resting(now + timedelta(minutes=1)) == []
