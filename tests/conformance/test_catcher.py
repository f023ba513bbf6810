"""The catcher of webhooks keeps what came, answers by script and lists what is wrong."""

import asyncio

import httpx
import pytest

from tests.conformance import samples
from tests.conformance.catcher import Catcher, Reply
from tests.conformance.samples import spoilt


async def post(catcher: Catcher, update: object, **headers: str) -> int:
    async with httpx.AsyncClient() as client:
        return (await client.post(catcher.url, json=update, headers=headers)).status_code


async def test_the_catcher_keeps_posts_with_their_headers(server: Catcher) -> None:
    assert await post(server, samples.UPDATE, **{"X-Telegram-Bot-Api-Secret-Token": "s3cret"}) == 200
    [kept] = await server.wait_for_posts(1)
    assert kept.headers["x-telegram-bot-api-secret-token"] == "s3cret"
    assert kept.update == samples.UPDATE
    assert server.check_everything() == 1


async def test_the_catcher_answers_by_script(server: Catcher) -> None:
    server.answer_next(Reply(503, {"Retry-After": "2"}), Reply(410))
    assert [await post(server, samples.UPDATE) for _ in range(3)] == [503, 410, 200]


async def test_a_held_answer_comes_when_it_is_released(server: Catcher) -> None:
    server.hold_answers()
    posting = asyncio.create_task(post(server, samples.UPDATE))
    await server.wait_for_posts(1)
    assert not posting.done()
    server.release_answers()
    assert await posting == 200


async def test_posts_that_do_not_come_are_told(server: Catcher) -> None:
    with pytest.raises(AssertionError, match=r"Only 0 of 1 webhook posts came within 0\.01 s"):
        await server.wait_for_posts(1, 0.01)


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        (samples.UPDATE | {"surplus": {}}, r"\$\.surplus is no field of Update"),
        (spoilt(samples.UPDATE, "message.chat.type", "weird"), r"\$\.message\.chat\.type is the String"),
        ([samples.UPDATE], r"\$ is an Array of 1, not an Object"),
    ],
)
async def test_the_catcher_lists_a_wrong_update(server: Catcher, update: object, expected: str) -> None:
    await post(server, update)
    with pytest.raises(AssertionError, match=expected):
        server.check_everything()


async def test_a_webhook_that_was_never_called_proves_nothing(server: Catcher) -> None:
    with pytest.raises(AssertionError, match="No webhook post"):
        server.check_everything()
