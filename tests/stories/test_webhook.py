"""Updates brought by webhook go the same way in."""

import pytest

from tests.clock import free_port
from tests.stories.village import Village


@pytest.fixture
def environ() -> dict[str, str]:
    port = free_port()
    return {
        "HUIYIN_PORT": str(port),
        "HUIYIN_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "HUIYIN_WEBHOOK_SECRET": "a-secret-of-more-than-32-characters",
    }


async def test_an_appeal_that_comes_by_webhook_has_its_number_and_its_card(village: Village) -> None:
    assert (await village.bot.call("getWebhookInfo"))["url"] == f"{village.address}/webhook"
    await village.file("王桂兰", "俺娘八十了瘫床上 低保给停了")
    await village.wait(minutes=1)
    await village.reads("孙有田", "磨石沟-1", "俺娘八十了瘫床上 低保给停了")
