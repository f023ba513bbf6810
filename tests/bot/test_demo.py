"""`huiyin demo` as a newcomer starts it: a village that is built once, a guide, one Ctrl-C."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import AsyncExitStack, closing
from pathlib import Path

import httpx
import pytest

from bot.demo.stories import read_cast
from tests.chatserver.harness import Json, PhoneClient, open_client
from tests.demo import BETWEEN_LOOKS, BUILT_WITHIN, Demo, Visitor

pytestmark = pytest.mark.long

TOUR, *OTHERS = read_cast().stories


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def killed(folder: Path) -> Iterator[Demo]:
    demo = Demo(folder)
    yield demo
    demo.end()


async def test_killed_while_it_is_built_it_is_whole_after_the_next_start(killed: Demo, folder: Path) -> None:
    await _kill_when_somebody_has_scanned_a_card(killed)
    demo = Demo(folder)
    try:
        async with AsyncExitStack() as stack, open_client(demo.url) as http:
            visitor = Visitor(demo, http, stack)
            await visitor.until(is_busy=False, at=0, echoes=len(OTHERS))
            assert _count(demo, "household_members") == len(read_cast().homes)
            assert _count(demo, "official_accounts") == len(read_cast().offices)
            assert _count(demo, "households") == 32
            await _go_with_the_guide_and_by_hand(visitor)
            assert _count(demo, "appeals") == 1 + len(OTHERS)
            wall = await visitor.wall()
            assert all(story.words in wall for story in (TOUR, *OTHERS))
            assert demo.interrupt() == 0
            with pytest.raises(httpx.ConnectError):
                await http.get("/healthz")
    finally:
        demo.end()


async def _kill_when_somebody_has_scanned_a_card(demo: Demo) -> None:
    async with AsyncExitStack() as stack, open_client(demo.url) as http:
        phones = await Visitor(demo, http, stack).phones()
        assert list(phones) == list(read_cast().shown)
        asked = await _reads(phones[TOUR.villager], "是您家吗?")
        assert asked["reply_markup"]
        demo.kill()
    assert _count(demo, "household_members") < len(read_cast().homes)


async def _go_with_the_guide_and_by_hand(visitor: Visitor) -> None:
    """The guide takes two steps, the cadre's tap is somebody's own, and the guide goes on from there."""
    phones = await visitor.phones()
    for behind in (1, 2):
        await visitor.guided("next")
        await visitor.until(is_busy=False, at=behind)
    cadre = phones[TOUR.cadre]
    card = await _reads(cadre, TOUR.words)
    accept = next(button for row in card["reply_markup"]["inline_keyboard"] for button in row)
    assert accept["text"] == "接手"
    await cadre.tap(await _chat(cadre), card["message_id"], accept["callback_data"])
    state = await visitor.until(at=3)
    for behind in range(4, len(state["steps"]) + 1):
        await visitor.guided("next")
        await visitor.until(is_busy=False, at=behind)
    assert (await visitor.guided())["front"] == "回音壁"


async def _reads(phone: PhoneClient, words: str) -> Json:
    """The bot's first message on that phone that holds the words; its programs may have to start first."""
    async with asyncio.timeout(BUILT_WITHIN):
        while True:
            for message in await phone.messages(await _chat(phone)):
                if words in message.get("text", "") and not message.get("out"):
                    return message
            await asyncio.sleep(BETWEEN_LOOKS)


async def _chat(phone: PhoneClient) -> int:
    chat_id: int = (await phone.chats())[0]["id"]
    return chat_id


def _count(demo: Demo, table: str) -> int:
    with closing(sqlite3.connect(demo.folder / "demo" / "huiyin.db")) as connection:
        count: int = connection.execute(f"select count(*) from {table}").fetchone()[0]
        return count
