"""A process that was killed starts again on the same store, and everything is there."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.chatserver.harness import BotClient, Operator, PhoneClient
from tests.chatserver.process import ServerProcess


@pytest.fixture
def server(tmp_path: Path, empty_database_url: str) -> Iterator[ServerProcess]:
    """A server that this test may kill, on either database."""
    process = ServerProcess(tmp_path, database_url=empty_database_url)
    process.start()
    yield process
    process.stop()


async def test_after_a_kill_every_chat_update_and_phone_is_still_there(
    server: ServerProcess, operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    chat = await wang.start(bot)
    await wang.send(chat, "井干了")
    card = await bot.call("sendMessage", chat_id=wang.id, text="收到了")
    link = (await operator.post(f"users/{wang.id}/link"))["link"]
    server.kill()
    server.start()
    assert [message["text"] for message in await wang.messages(chat)] == ["/start", "井干了", "收到了"]
    assert (await bot.receive(text="井干了"))["from"]["id"] == wang.id
    tap = await wang.tap(chat, card["message_id"], "open")
    assert (await bot.receive("callback_query"))["id"] == tap
    assert (await wang.http.post("/phone/sign-in", json={"link": link})).status_code == 200


async def test_what_was_answered_before_a_kill_was_kept(
    server: ServerProcess, bot: BotClient, wang: PhoneClient
) -> None:
    chat = await wang.start(bot)
    for number in range(3):
        await bot.call("sendMessage", chat_id=wang.id, text=f"第{number}张")
        server.kill()
        server.start()
    assert [message["text"] for message in await wang.messages(chat)] == ["/start", "第0张", "第1张", "第2张"]


async def test_a_stop_is_quick_and_says_goodbye_to_nobody_in_error(
    server: ServerProcess, bot: BotClient, wang: PhoneClient
) -> None:
    await wang.start(bot)
    await wang.expect("message")
    server.stop()
    assert "Traceback" not in server.log()
    server.start()
    assert (await wang.get("me"))["user"]["id"] == wang.id


def test_a_stop_that_is_asked_for_twice_is_as_quiet(tmp_path: Path) -> None:
    process = ServerProcess(tmp_path)
    process.start()
    process.stop(signal.SIGTERM, signal.SIGINT)
    assert "Traceback" not in process.log()


def test_a_store_of_an_older_version_is_refused_with_a_sentence(tmp_path: Path, empty_database_url: str) -> None:
    process = ServerProcess(tmp_path, database_url=empty_database_url)
    process.start()
    process.stop()
    engine = create_engine(empty_database_url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE taps DROP COLUMN answered"))
    engine.dispose()
    with pytest.raises(RuntimeError, match=r"lacks taps\.answered"):
        process.start()
