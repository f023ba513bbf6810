from collections.abc import AsyncIterator

import httpx
import pytest
from sqlalchemy import select
from starlette.applications import Starlette

from bot.intake import webhook
from bot.intake.telegram_bot import network_bot
from storage.engine import Database
from storage.models import InboxUpdate
from tests.bot_api import BOT_ID, TOKEN, BotApi, message
from tests.clock import Hands

SECRET = "a-secret-of-more-than-32-characters"
HEADERS = {webhook.SECRET_HEADER: SECRET}


def _client(database: Database) -> httpx.AsyncClient:
    application = Starlette(routes=[webhook.route(database, BOT_ID, SECRET, Hands())])
    return httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url="http://service")


@pytest.fixture
async def client(database: Database) -> AsyncIterator[httpx.AsyncClient]:
    async with _client(database) as client:
        yield client


async def _kept(database: Database) -> list[int]:
    async with database.read() as session:
        return list(await session.scalars(select(InboxUpdate.update_id)))


async def test_an_update_is_in_the_database_when_200_is_said(client: httpx.AsyncClient, database: Database) -> None:
    for _ in range(2):
        answer = await client.post(webhook.PATH, json=message(10), headers=HEADERS)
        assert (answer.status_code, answer.content) == (200, b"")
    assert await _kept(database) == [10]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "密" * 32])
async def test_without_the_secret_nothing_gets_in(
    client: httpx.AsyncClient, database: Database, secret: str | None
) -> None:
    headers = [] if secret is None else [(webhook.SECRET_HEADER.encode(), secret.encode())]
    answer = await client.post(webhook.PATH, json=message(10), headers=headers)
    assert answer.status_code == 401
    assert await _kept(database) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"", 400), (b"{", 400), (b"\xff", 400), (b"[]", 400), (b'{"update_id":"1"}', 400), (b" " * 1_000_001, 413)],
)
async def test_what_is_no_update_is_refused_with_the_reason(
    client: httpx.AsyncClient, database: Database, body: bytes, status: int
) -> None:
    answer = await client.post(webhook.PATH, content=body, headers=HEADERS)
    assert answer.status_code == status
    assert answer.text
    assert await _kept(database) == []


async def test_a_database_that_is_down_asks_for_the_update_again_in_five_seconds() -> None:
    # The official server waits as long as Retry-After says (WebhookActor.cpp).
    down = Database("postgresql://huiyin@127.0.0.1:1/huiyin")
    async with _client(down) as client:
        answer = await client.post(webhook.PATH, json=message(10), headers=HEADERS)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    await down.close()


async def test_the_webhook_is_announced_with_its_secret_and_nothing_that_waits_is_dropped(bot_api: BotApi) -> None:
    async with network_bot(TOKEN, bot_api.base) as bot:
        await webhook.announce(bot, "https://huiyin.example.cn/webhook", SECRET, ["message"])
    assert bot_api.calls == ["setWebhook"]
    assert bot_api.given[0] == {
        "url": "https://huiyin.example.cn/webhook",
        "secret_token": SECRET,
        "allowed_updates": '["message"]',
        "drop_pending_updates": "false",
    }
