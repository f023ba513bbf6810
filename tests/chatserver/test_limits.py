"""Send budgets (core.telegram.org/bots/faq; telegram.md §1.1). The clock is moved; nobody waits.

The server under test fills its buckets more slowly than Telegram, so that the time a test takes means nothing.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.chatserver.botapi.arguments import Arguments
from bot.chatserver.clock import Clock
from bot.chatserver.config import Limits
from bot.chatserver.errors import TooManyRequests
from bot.chatserver.limits import Budgets, is_counted
from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused
from tests.chatserver.process import ServerProcess

BURST, GROUP = 5, 3
LIMITS = {"per_second": None, "per_chat_per_second": 0.01, "per_group_per_minute": GROUP, "burst": BURST}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    process = ServerProcess(tmp_path_factory.mktemp("limited"), limits=LIMITS)
    process.start()
    yield process
    process.stop()


async def use_up(bot: BotClient, times: int, method: str, **arguments: Any) -> Refused:
    """Call so many times, then once too often; the refusal."""
    for _ in range(times):
        await bot.call(method, **arguments)
    with pytest.raises(Refused) as refused:
        await bot.call(method, **arguments)
    assert refused.value.code == 429
    return refused.value


async def test_a_private_chat_takes_a_burst_and_then_says_when_to_come_back(
    bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    await wang.start(bot)
    message: dict[str, Any] = {"chat_id": wang.id, "text": "您好"}
    refused = await use_up(bot, BURST, "sendMessage", **message)
    wait = refused.parameters["retry_after"]
    assert refused.description == f"Too Many Requests: retry after {wait}"
    await operator.advance(wait)
    assert (await bot.call("sendMessage", **message))["text"] == "您好"


async def test_the_refusal_has_the_header_too(bot: BotClient, wang: PhoneClient) -> None:
    # HttpConnection.cpp:72
    await wang.start(bot)
    refused = await use_up(bot, BURST, "sendMessage", chat_id=wang.id, text="您好")
    answer = await bot.http.post(f"/bot{bot.token}/sendMessage", json={"chat_id": wang.id, "text": "您好"})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= refused.parameters["retry_after"]


async def test_each_private_chat_has_a_budget_of_its_own(bot: BotClient, wang: PhoneClient, sun: PhoneClient) -> None:
    await wang.start(bot)
    await sun.start(bot)
    await use_up(bot, BURST, "sendMessage", chat_id=wang.id, text="您好")
    assert (await bot.call("sendMessage", chat_id=sun.id, text="您好"))["text"] == "您好"


async def test_edits_and_new_topics_use_up_a_groups_budget(
    bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    # tdlib/td#2592, td#3034
    rights = {"can_manage_topics": True}
    group = await operator.add_chat(
        "supergroup", "东村", (wang, "creator"), (bot, "administrator", rights), is_forum=True
    )
    card = await bot.call("sendMessage", chat_id=group, text="一")
    await bot.call("createForumTopic", chat_id=group, name="东-127")
    where = {"chat_id": group, "message_id": card["message_id"]}
    await bot.call("editMessageText", **where, text="二")
    with pytest.raises(Refused) as refused:
        await bot.call("editMessageText", **where, text="三")
    wait = refused.value.parameters["retry_after"]
    assert wait <= 60 / GROUP
    await operator.advance(wait)
    assert (await bot.call("editMessageText", **where, text="三"))["text"] == "三"


async def test_answers_and_actions_cost_nothing(bot: BotClient, wang: PhoneClient) -> None:
    # levlam, telegram-bot-api#648
    await wang.start(bot)
    await use_up(bot, BURST, "sendMessage", chat_id=wang.id, text="您好")
    for _ in range(2 * BURST):
        assert await bot.call("sendChatAction", chat_id=wang.id, action="typing") is True
        assert (await bot.call("getChat", chat_id=wang.id))["id"] == wang.id


async def test_a_refused_call_does_nothing(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    await use_up(bot, BURST, "sendMessage", chat_id=wang.id, text="您好")
    texts = [message["text"] for message in await wang.messages(chat)]
    assert texts.count("您好") == BURST


@pytest.mark.parametrize(
    ("method", "counted"),
    [
        ("sendmessage", True),
        ("sendmediagroup", True),
        ("editmessagereplymarkup", True),
        ("createforumtopic", True),
        ("sendchataction", False),
        ("answercallbackquery", False),
        ("getupdates", False),
        ("deletemessage", False),
        ("closeforumtopic", False),
    ],
)
def test_sends_edits_and_new_topics_are_counted(method: str, counted: bool) -> None:
    assert is_counted(method) is counted


def test_a_bot_may_send_thirty_messages_a_second_to_all_chats_together() -> None:
    budgets = Budgets(Limits(), Clock())
    sent, refused = send_to_everybody(budgets, 1)
    assert 30 <= sent < 1_000
    assert refused.retry_after == 1
    assert send_to_everybody(budgets, 2)[0] >= 30


def send_to_everybody(budgets: Budgets, bot_id: int) -> tuple[int, TooManyRequests]:
    """How many messages to different people went out at once, and how the next was refused."""
    for sent in range(1_000):
        try:
            budgets.spend(bot_id, "sendmessage", Arguments({"chat_id": str(sent + 1)}))
        except TooManyRequests as refused:
            return sent, refused
    raise AssertionError("a thousand messages went out at once")


def test_full_buckets_are_forgotten() -> None:
    clock = Clock()
    budgets = Budgets(Limits(per_second=None), clock)
    for chat in range(30_000):
        budgets.spend(1, "sendmessage", Arguments({"chat_id": str(chat + 1)}))
        if chat % 1_000 == 0:
            clock.advance(10)
    assert len(budgets) <= 10_000
