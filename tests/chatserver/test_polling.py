"""getUpdates hands updates out as the official server does."""

import asyncio

import pytest

from bot.chatserver.botapi.methods.updates import join_fitting
from bot.chatserver.world.updates import Pending
from tests.chatserver.harness import BotClient, Operator, PhoneClient
from tests.chatserver.polling import let_time_pass, poll, say, texts
from tests.chatserver.process import ServerProcess
from tests.chatserver.serving import people_of


async def test_updates_come_again_until_a_higher_offset_confirms_them(bot: BotClient, wang: PhoneClient) -> None:
    # telegram.md §1.3; Bot API: getUpdates, offset
    await say(bot, wang, "水管坏了", "没水吃")
    first, second = await poll(bot, offset=0)
    assert texts(await poll(bot, offset=first["update_id"])) == ["水管坏了", "没水吃"]
    assert texts(await poll(bot, offset=second["update_id"])) == ["没水吃"]
    assert texts(await poll(bot, offset=1)) == ["没水吃"]


async def test_update_ids_follow_one_another(bot: BotClient, wang: PhoneClient) -> None:
    # Bot API: Update, "Update identifiers … increase sequentially"
    await say(bot, wang, "一", "二", "三")
    ids = [update["update_id"] for update in await poll(bot)]
    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]


async def test_after_a_week_without_updates_their_ids_start_anywhere(
    bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    # Bot API: Update; telegram.md §1.3
    chat = await say(bot, wang, "上周")
    [before] = await poll(bot)
    await operator.advance(7 * 86_400)
    await wang.send(chat, "这周")
    [after] = await poll(bot)
    assert after["update_id"] != before["update_id"] + 1
    assert texts([after]) == ["这周"]


async def test_the_limit_is_kept_and_the_oldest_come_first(bot: BotClient, wang: PhoneClient) -> None:
    await say(bot, wang, "一", "二", "三")
    assert texts(await poll(bot, offset=0, limit=2)) == ["一", "二"]


async def test_a_limit_is_brought_between_1_and_100(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:15708
    chat = await wang.open(bot)
    await asyncio.gather(*(wang.send(chat, f"{number}") for number in range(101)))
    for offset, (limit, given) in enumerate([(0, 1), (-5, 1), (1000, 100)]):
        assert len(await poll(bot, offset=offset, limit=limit)) == given


async def test_a_negative_offset_forgets_all_but_the_last_updates(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:16325: tqueue->clear(tqueue_id_, -offset)
    await say(bot, wang, "一", "二", "三")
    assert texts(await poll(bot, offset=-2)) == ["二", "三"]
    assert texts(await poll(bot, offset=1)) == ["二", "三"]


async def test_an_offset_of_another_time_counts_as_none(bot: BotClient, wang: PhoneClient) -> None:
    # TQueue.cpp: get, "Specified from_id is in the future"
    await say(bot, wang, "一")
    [update] = await poll(bot)
    assert texts(await poll(bot, offset=update["update_id"] + 12)) == ["一"]


async def test_an_offset_a_little_beyond_the_last_update_confirms_it(bot: BotClient, wang: PhoneClient) -> None:
    # TQueue.cpp: get allows ten beyond the tail
    await say(bot, wang, "一")
    [update] = await poll(bot)
    assert await poll(bot, offset=update["update_id"] + 11) == []
    assert await poll(bot, offset=-1) == []


async def test_what_is_no_number_counts_as_none(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:12360: to_integer
    await say(bot, wang, "一")
    assert texts(await poll(bot, offset="abc", limit="many", timeout="long")) == ["一"]


async def test_a_long_poll_is_answered_by_the_next_message(bot: BotClient, wang: PhoneClient) -> None:
    waiting = asyncio.create_task(poll(bot, timeout=50))
    await bot.call("getMe")
    await say(bot, wang, "路灯不亮")
    assert texts(await waiting) == ["路灯不亮"]


async def test_a_long_poll_ends_empty_when_its_time_is_over(bot: BotClient, operator: Operator) -> None:
    waiting = asyncio.create_task(poll(bot, timeout=50))
    await let_time_pass(operator, waiting, 50)
    assert await waiting == []


async def test_the_kinds_asked_for_are_kept_from_the_last_time(bot: BotClient, wang: PhoneClient) -> None:
    # Bot API: getUpdates, allowed_updates, "If not specified, the previous setting will be used"
    await poll(bot, allowed_updates=["callback_query"])
    await say(bot, wang, "听不到我")
    assert await poll(bot, offset=1) == []
    await poll(bot, offset=2, allowed_updates=["message"])
    await say(bot, wang, "听到了吗")
    assert texts(await poll(bot, offset=3)) == ["听到了吗"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["Callback_Query", "message"], ["message", "callback_query"]),
        (["message", "no_such_kind"], ["message"]),
        (["no_such_kind"], None),
        ([], None),
        ("[broken", ["poll"]),
        ('"message"', ["poll"]),
        (["message", 1], ["poll"]),
    ],
)
async def test_allowed_updates_are_read_leniently(bot: BotClient, given: object, kept: list[str] | None) -> None:
    # Client.cpp:16889-16928; broken JSON and what is no list of names leave the previous setting
    await poll(bot, offset=1, allowed_updates=["poll"])
    await poll(bot, offset=2, allowed_updates=given)
    assert (await bot.call("getWebhookInfo")).get("allowed_updates") == kept


async def test_an_update_that_nobody_fetched_for_24_hours_is_gone(
    bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    # Client.cpp:17053
    chat = await say(bot, wang, "昨天")
    await operator.advance(86_300)
    assert texts(await poll(bot, offset=1)) == ["昨天"]
    await wang.send(chat, "今天")
    await operator.advance(200)
    assert texts(await poll(bot, offset=2)) == ["今天"]


async def test_a_tap_that_nobody_fetched_for_150_seconds_is_gone(
    bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    # Client.cpp:17155
    chat = await wang.open(bot)
    keyboard = {"inline_keyboard": [[{"text": "满意", "callback_data": "ok"}]]}
    await wang.send(chat, "你好")
    sent = await bot.call("sendMessage", chat_id=wang.id, text="满意吗?", reply_markup=keyboard)
    await wang.tap(chat, sent["message_id"], "ok")
    await operator.advance(100)
    assert [list(update)[1] for update in await poll(bot, offset=1)] == ["message", "callback_query"]
    await operator.advance(60)
    assert [list(update)[1] for update in await poll(bot, offset=2)] == ["message"]


async def test_updates_wait_through_a_restart(tmp_path_factory: pytest.TempPathFactory) -> None:
    process = ServerProcess(tmp_path_factory.mktemp("restart"))
    process.start()
    try:
        async with people_of(process) as (bot, wang):
            await say(bot, wang, "别忘了我")
            process.kill()
            process.start()
            assert texts(await poll(bot)) == ["别忘了我"]
    finally:
        process.stop()


async def test_a_long_poll_is_answered_when_the_server_stops(tmp_path_factory: pytest.TempPathFactory) -> None:
    # Client.cpp:9269
    process = ServerProcess(tmp_path_factory.mktemp("stop"))
    process.start()
    async with people_of(process) as (bot, _):
        waiting = asyncio.create_task(poll(bot, timeout=50))
        await bot.call("getMe")
        await asyncio.to_thread(process.stop)
        assert await waiting == []


def test_one_answer_holds_at_most_4_megabytes() -> None:
    # Client.cpp: JsonUpdates
    updates = [Pending(number, 0, 0, f'"{"回" * 500_000}"') for number in range(4)]
    assert join_fitting(updates).count('"') == 2 * 2
