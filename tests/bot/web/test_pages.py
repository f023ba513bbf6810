"""What every page says while the database does not answer."""

from pathlib import Path

import httpx

from bot.service import site
from bot.settings import read_settings
from storage.engine import Database
from tests.bot_api import TOKEN
from tests.clock import Hands, free_port


async def test_while_the_database_does_not_answer_every_page_asks_to_come_again(tmp_path: Path) -> None:
    settings = read_settings({"HUIYIN_BOT_TOKEN": TOKEN, "HUIYIN_DATA_DIR": str(tmp_path)})
    database = Database(f"postgresql://huiyin@127.0.0.1:{free_port()}/huiyin")
    transport = httpx.ASGITransport(site(settings, database, Hands()))
    async with httpx.AsyncClient(transport=transport, base_url="http://huiyin") as web:
        answers = [await web.get(address) for address in ("/", "/wall/磨石沟", "/commitments", "/desk")]
        answers.append(await web.post("/desk/enter", data={"code": "k7mq3xpa"}, headers={"Origin": "http://huiyin"}))
        health = await web.get("/healthz")
    await database.close()
    assert [(answer.status_code, "有点忙" in answer.text) for answer in answers] == [(503, True)] * 5
    assert (health.status_code, health.json()["ok"]) == (503, False)
