"""The ten steps in one process, against a Bot API over HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.clock import utc_now
from bot.listening import listen
from bot.rules.errors import TokenRefused
from bot.rules.words import WordChange
from bot.service import serve
from bot.settings import read_settings
from bot.usecases.keep_word_version import keep_word_version
from bot.words import in_force as words
from nlp.county_words import in_force, use_words
from storage.engine import Database
from tests.bot_api import TOKEN, Answer, BotApi, message
from tests.clock import free_port

SECRET = "a-secret-of-more-than-32-characters"


@asynccontextmanager
async def _running(api: BotApi, url: str, folder: Path, **more: str) -> AsyncIterator[str]:
    """The service's address, while it runs; the end is a clean one."""
    port = free_port()
    environ = {
        "HUIYIN_BOT_TOKEN": TOKEN,
        "HUIYIN_API_BASE": api.base,
        "HUIYIN_DATABASE_URL": url,
        "HUIYIN_DATA_DIR": str(folder),
        "HUIYIN_PORT": str(port),
    }
    settings = read_settings(environ | more)
    stop = asyncio.Event()
    with listen(settings.host, port) as listening:
        service = asyncio.create_task(serve(settings, listening, stop))
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            stop.set()
            await service


async def _seen(api: BotApi, happened: Callable[[BotApi], object]) -> None:
    await asyncio.to_thread(api.wait_until, happened)


def _answered(update_id: int, letters: int) -> Callable[[BotApi], bool]:
    """The update was acknowledged, and that many letters were sent in all."""
    return lambda api: update_id + 1 in api.offsets and len(api.sent) == letters


async def test_whoever_writes_is_answered(bot_api: BotApi, database_url: str, tmp_path: Path) -> None:
    async with _running(bot_api, database_url, tmp_path):
        bot_api.bring(message(10, "路灯坏了,俺娘的低保也停了"), message(11, dice={"emoji": "🎲", "value": 3}))
        await _seen(bot_api, lambda api: len(api.sent) == 2)
    first, second = (sent["text"] for sent in bot_api.sent)
    assert "您的话先给您留着" in first
    assert "请扫一下门口联系卡上的码" in second


async def test_after_a_restart_nothing_is_lost_and_nothing_is_said_twice(
    bot_api: BotApi, database_url: str, tmp_path: Path
) -> None:
    for update_id in (10, 11):
        async with _running(bot_api, database_url, tmp_path):
            bot_api.bring(message(10, "/start"), message(update_id, "/start"))
            await _seen(bot_api, _answered(update_id, update_id - 9))
    assert len(bot_api.sent) == 2


async def test_updates_by_webhook_travel_the_same_way(bot_api: BotApi, database_url: str, tmp_path: Path) -> None:
    more = {"HUIYIN_PUBLIC_URL": "https://huiyin.example.cn", "HUIYIN_WEBHOOK_SECRET": SECRET}
    async with _running(bot_api, database_url, tmp_path, **more) as address, httpx.AsyncClient() as client:
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        await client.post(f"{address}/webhook", json=message(10, "路灯不亮"), headers=headers)
        await _seen(bot_api, lambda api: api.sent)
        await _seen(bot_api, lambda api: "setWebhook" in api.calls)
    assert "getUpdates" not in bot_api.calls


async def test_words_that_the_office_kept_are_read_by_from_the_first_message_on(
    bot_api: BotApi, database: Database, database_url: str, tmp_path: Path
) -> None:
    await _keep_word(database, 9)
    try:
        async with _running(bot_api, database_url, tmp_path):
            bot_api.bring(message(10, "/start"))
            await _seen(bot_api, lambda api: api.sent)
            assert in_force()["water"]["嘎斗"] == 9
    finally:
        use_words(())


async def test_words_that_the_office_keeps_meanwhile_are_read_by_without_a_restart(
    bot_api: BotApi, database: Database, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "EVERY", timedelta(0))
    try:
        async with _running(bot_api, database_url, tmp_path):
            bot_api.bring(message(10, "/start"))
            await _seen(bot_api, lambda api: api.sent)
            await _keep_word(database, 5)
            bot_api.bring(message(11, "/start"))
            await _seen(bot_api, lambda _: in_force()["water"].get("嘎斗") == 5)
    finally:
        use_words(())


async def _keep_word(database: Database, weight: float) -> None:
    async with database.write() as session:
        await keep_word_version(session, [WordChange("water", "嘎斗", weight)], "", utc_now())


async def test_the_pages_say_that_the_service_is_well(bot_api: BotApi, database_url: str, tmp_path: Path) -> None:
    async with _running(bot_api, database_url, tmp_path) as address, httpx.AsyncClient() as client:
        health = await client.get(f"{address}/healthz")
        home = await client.get(f"{address}/")
    assert (health.status_code, health.json()["ok"]) == (200, True)
    assert "事事有回音" in home.text


async def test_a_refused_token_ends_the_service(bot_api: BotApi, database_url: str, tmp_path: Path) -> None:
    bot_api.script("getMe", Answer.error(401, "Unauthorized"))
    with pytest.RaisesGroup(TokenRefused):
        async with _running(bot_api, database_url, tmp_path):
            await _seen(bot_api, lambda api: "getMe" in api.calls)
