from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from bot.bot_api import find_start_links
from bot.rules.errors import Problem
from tests.bot_api import TOKEN, Answer, BotApi
from tests.chatserver.harness import Operator
from tests.chatserver.process import ServerProcess


def test_a_cards_link_opens_the_bot_at_telegram(bot_api: BotApi) -> None:
    assert find_start_links(bot_api.base, TOKEN, None) == "https://t.me/huiyin_bot?start="


async def test_where_the_county_runs_a_chat_server_it_opens_a_phone_there(tmp_path: Path) -> None:
    server = ServerProcess(tmp_path)
    server.start()
    try:
        async with AsyncExitStack() as stack, httpx.AsyncClient(base_url=server.url, trust_env=False) as http:
            token = (await Operator(http, stack).add_bot("回音", "huiyin_bot")).token
        assert find_start_links(server.url, token, None) == f"{server.url}/start/huiyin_bot?start="
        outside = "https://chat.yishui.example.cn"
        assert find_start_links(server.url, token, outside) == f"{outside}/start/huiyin_bot?start="
    finally:
        server.stop()


def test_without_the_bots_name_there_is_no_link(bot_api: BotApi) -> None:
    bot_api.script("getMe", Answer.error(401, "Unauthorized"))
    with pytest.raises(Problem, match="refuses HUIYIN_BOT_TOKEN: Unauthorized"):
        find_start_links(bot_api.base, TOKEN, None)
