"""Fault injection: what a client may meet, on order."""

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused


@pytest.fixture(autouse=True)
async def _healed(operator: Operator) -> AsyncIterator[None]:
    yield
    await operator.call("DELETE", "faults")


async def test_a_dropped_answer_closes_the_connection_after_the_call_was_applied(
    operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    chat = await wang.start(bot)
    await operator.post("faults", kind="drop_answer", method="sendMessage", bot=bot.id, times=1)
    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        await bot.call("sendMessage", chat_id=wang.id, text="到了没有?")
    assert (await wang.messages(chat))[-1]["text"] == "到了没有?"
    assert (await bot.call("sendMessage", chat_id=wang.id, text="到了"))["text"] == "到了"


async def test_an_injected_error_is_answered_without_applying(
    operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    chat = await wang.start(bot)
    await operator.post("faults", kind="error", status=502, bot=bot.id, times=1)
    with pytest.raises(Refused, match="502 Bad Gateway"):
        await bot.call("sendMessage", chat_id=wang.id, text="x")
    assert [message["text"] for message in await wang.messages(chat)] == ["/start"]


async def test_an_injected_flood_says_when_to_come_again(operator: Operator, bot: BotClient, wang: PhoneClient) -> None:
    await wang.start(bot)
    await operator.post("faults", kind="flood", seconds=7, bot=bot.id, times=1)
    answer = await bot.http.post(f"/bot{bot.token}/sendMessage", json={"chat_id": wang.id, "text": "x"})
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "7"
    assert answer.json()["description"] == "Too Many Requests: retry after 7"
    assert answer.json()["parameters"] == {"retry_after": 7}


async def test_a_delay_ends_when_its_time_has_come(operator: Operator, bot: BotClient) -> None:
    await operator.post("faults", kind="delay", seconds=3600, method="GETME", bot=bot.id, times=1)
    with pytest.raises(httpx.ReadTimeout):
        await bot.http.get(f"/bot{bot.token}/getMe", timeout=0.2)
    await operator.advance(3600)
    assert (await bot.call("getMe"))["id"] == bot.id


@pytest.mark.envelopes_only("its update ids do not rise, which is the fault")
async def test_a_duplicate_is_the_same_update_twice(operator: Operator, bot: BotClient, wang: PhoneClient) -> None:
    await wang.start(bot)
    await operator.post("faults", kind="duplicate", bot=bot.id, times=1)
    updates = await bot.call("getUpdates")
    assert len(updates) == 2
    assert updates[0] == updates[1]


@pytest.mark.envelopes_only("its update ids do not rise, which is the fault")
async def test_reordered_updates_are_the_same_ones_in_another_order(
    operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    chat = await wang.start(bot)
    for number in range(4):
        await wang.send(chat, f"第{number}句")
    await operator.post("faults", kind="reorder", bot=bot.id, times=1)
    ids = [update["update_id"] for update in await bot.call("getUpdates")]
    assert ids != sorted(ids)
    assert sorted(ids) == list(range(min(ids), min(ids) + 5))


async def test_a_fault_strikes_only_the_bot_and_method_it_is_meant_for(
    operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    other = await operator.add_bot("别的", f"other{bot.id}_bot")
    await operator.post("faults", kind="error", method="getMe", bot=bot.id)
    assert (await other.call("getMe"))["id"] == other.id
    assert await bot.call("getUpdates") == []
    with pytest.raises(Refused, match="500"):
        await bot.call("getMe")


async def test_the_same_seed_strikes_the_same_calls(operator: Operator, bot: BotClient) -> None:
    runs = [
        await struck(operator, bot, seed=5),
        await struck(operator, bot, seed=5),
        await struck(operator, bot, seed=6),
    ]
    assert runs[0] == runs[1]
    assert runs[0] != runs[2]
    assert {True, False} == set(runs[0])


async def struck(operator: Operator, bot: BotClient, *, seed: int) -> list[bool]:
    """Which of 20 calls were struck by a fault of half a chance."""
    await operator.call("DELETE", "faults")
    await operator.post("faults", kind="error", bot=bot.id, share=0.5, seed=seed)
    answers = [await bot.http.get(f"/bot{bot.token}/getMe") for _ in range(20)]
    return [answer.status_code == 500 for answer in answers]


async def test_faults_in_force_are_listed_until_they_are_spent_or_cleared(operator: Operator, bot: BotClient) -> None:
    spent = await operator.post("faults", kind="error", bot=bot.id, times=1)
    lasting = await operator.post("faults", kind="delay", seconds=0.5, method="sendPhoto")
    assert [fault["id"] for fault in (await operator.get("faults"))["faults"]] == [spent["id"], lasting["id"]]
    with pytest.raises(Refused):
        await bot.call("getMe")
    assert [fault["id"] for fault in (await operator.get("faults"))["faults"]] == [lasting["id"]]
    await operator.call("DELETE", "faults")
    assert await operator.get("faults") == {"faults": []}


async def test_a_tap_that_nobody_fetched_is_forgotten_after_150_seconds(
    operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    # Client.cpp:17155; the operator's clock makes it wait no longer than a test may.
    chat = await wang.start(bot)
    card = await bot.call("sendMessage", chat_id=wang.id, text="点这里")
    await bot.receive(text="/start")
    await wang.tap(chat, card["message_id"], "late")
    await operator.advance(151)
    await wang.send(chat, "还在吗")
    updates = await bot.call("getUpdates", offset=-1)
    assert "message" in updates[-1]
    assert all("callback_query" not in update for update in updates)
