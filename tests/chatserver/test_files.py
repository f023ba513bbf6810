"""getFile, the download, ids, and who may use which file."""

import asyncio
import http.client
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.chatserver.harness import BotClient, Json, Operator, PhoneClient, Refused
from tests.chatserver.process import ServerProcess
from tests.chatserver.samples import HTML, OGG, photo, picture, voice

UNKNOWN_ID = "AgE8W1sQ7poY3-dGb1-RytDUyZcisu5ZOuqu83cE"
DAY = 86_400


@pytest.fixture(autouse=True)
async def chat(bot: BotClient, wang: PhoneClient) -> int:
    return await wang.start(bot)


async def refusal(bot: BotClient, method: str, **arguments: Any) -> str:
    with pytest.raises(Refused) as refused:
        await bot.call(method, **arguments)
    return refused.value.description


async def fetch(bot: BotClient, path: str, **headers: str) -> httpx.Response:
    return await bot.http.get(f"/file/bot{bot.token}/{path}", headers=headers)


def fetch_as_written(bot: BotClient, path: str) -> tuple[int, Any]:
    """Without the tidying up of `..` that a polite client does."""
    connection = http.client.HTTPConnection(bot.http.base_url.host, bot.http.base_url.port)
    connection.request("GET", f"/file/bot{bot.token}/{path}")
    answer = connection.getresponse()
    with closing(connection):
        return answer.status, json.loads(answer.read())


async def path_of(bot: BotClient, file_id: str) -> str:
    path: str = (await bot.call("getFile", file_id=file_id))["file_path"]
    return path


async def send_photo(bot: BotClient, to: PhoneClient, **more: Any) -> Json:
    """The largest size of a photo that the bot sent."""
    size: Json = (await bot.call("sendPhoto", chat_id=to.id, files={"photo": photo()}, **more))["photo"][-1]
    return size


async def received(bot: BotClient, kind: str) -> Any:
    """What the bot gets next of this kind."""
    while kind not in (message := await bot.receive()):
        continue
    return message[kind]


async def test_a_bot_downloads_what_a_villager_sent(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    await wang.send_files(chat, "voice", voice(), duration=7)
    heard = await received(bot, "voice")
    assert (heard["duration"], heard["mime_type"], heard["file_size"]) == (7, "audio/ogg", len(OGG))
    file = await bot.call("getFile", file_id=heard["file_id"])
    assert file == {name: heard[name] for name in ("file_id", "file_unique_id", "file_size")} | {
        "file_path": file["file_path"]
    }
    answer = await fetch(bot, file["file_path"])
    assert (answer.status_code, answer.content) == (200, OGG)


async def test_a_download_is_never_run_by_a_browser(bot: BotClient, wang: PhoneClient) -> None:
    page = {"document": ("page.html", HTML, "text/html")}
    sent = await bot.call("sendDocument", chat_id=wang.id, files=page)
    answer = await fetch(bot, await path_of(bot, sent["document"]["file_id"]))
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


async def test_a_link_is_good_for_more_than_an_hour(bot: BotClient, wang: PhoneClient, operator: Operator) -> None:
    # core.telegram.org/bots/api#getfile
    path = await path_of(bot, (await send_photo(bot, wang))["file_id"])
    await operator.advance(DAY)
    assert (await fetch(bot, path)).status_code == 200


async def test_a_file_of_20_megabytes_can_be_downloaded_and_a_larger_one_not(bot: BotClient, wang: PhoneClient) -> None:
    # Client.h:71, Client.cpp:15817
    bodies = [b"\0" * (20 << 20), b"\0" * ((20 << 20) + 1)]
    files = [{"document": ("a.bin", body, "application/zip")} for body in bodies]
    sent = [(await bot.call("sendDocument", chat_id=wang.id, files=file))["document"] for file in files]
    assert len((await fetch(bot, await path_of(bot, sent[0]["file_id"]))).content) == 20 << 20
    assert await refusal(bot, "getFile", file_id=sent[1]["file_id"]) == "Bad Request: file is too big"


@pytest.mark.parametrize(
    ("file_id", "words"),
    [
        ("", "file_id not specified"),
        ("nonsense", "invalid file_id"),
        ("https://example.org/a.jpg", "invalid file_id"),
        ("../../chatserver.sqlite3", "invalid file_id"),
        ("井", "invalid file_id"),
        (UNKNOWN_ID, "wrong file_id or the file is temporarily unavailable"),
    ],
)
async def test_what_is_no_file_id_is_refused(bot: BotClient, file_id: str, words: str) -> None:
    # Client.cpp:8366, 6857, 8719
    assert await refusal(bot, "getFile", file_id=file_id) == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("https://example.org/a.jpg", "failed to get HTTP URL content"),
        ("a b", "wrong remote file identifier specified: Wrong character in the string"),
        ("abcde", "wrong remote file identifier specified: Wrong string length"),
        ("abcd", "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"),
        (UNKNOWN_ID, "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_a_file_that_is_not_there_cannot_be_sent(
    bot: BotClient, wang: PhoneClient, given: str, words: str
) -> None:
    # FileManager.cpp:3974-4001, base64.cpp:79-116, MessagesManager.cpp:27973, Client.cpp:111
    assert await refusal(bot, "sendPhoto", chat_id=wang.id, photo=given) == f"Bad Request: {words}"


async def test_a_file_is_sent_again_by_its_id(bot: BotClient, wang: PhoneClient) -> None:
    first = await send_photo(bot, wang)
    again = await bot.call("sendPhoto", chat_id=wang.id, photo=first["file_id"], caption="再看")
    assert again["photo"] == [first]
    assert again["caption"] == "再看"


async def test_the_same_bytes_have_the_same_unique_id_under_another_id(bot: BotClient, wang: PhoneClient) -> None:
    first, second = await send_photo(bot, wang), await send_photo(bot, wang)
    assert first["file_unique_id"] == second["file_unique_id"]
    assert first["file_id"] != second["file_id"]


async def test_a_file_keeps_its_kind_and_photos_are_for_themselves(bot: BotClient, wang: PhoneClient) -> None:
    # FileManager.cpp:4015; core.telegram.org/bots/api#sending-files
    seen = (await send_photo(bot, wang))["file_id"]
    heard = (await bot.call("sendVoice", chat_id=wang.id, files={"voice": voice()}))["voice"]["file_id"]
    assert "voice" in await bot.call("sendDocument", chat_id=wang.id, document=heard)
    words = await refusal(bot, "sendDocument", chat_id=wang.id, document=seen)
    assert words == "Bad Request: can't use file of type Photo as Document"
    words = await refusal(bot, "sendPhoto", chat_id=wang.id, photo=heard)
    assert words == "Bad Request: can't use file of type VoiceNote as Photo"


async def test_another_bot_can_neither_send_nor_fetch_it(bot: BotClient, wang: PhoneClient, operator: Operator) -> None:
    other = await operator.add_bot("别的", f"other{bot.id}_bot")
    await wang.start(other)
    file_id = (await send_photo(bot, wang))["file_id"]
    path = await path_of(bot, file_id)
    words = await refusal(other, "sendPhoto", chat_id=wang.id, photo=file_id)
    assert words == "Bad Request: wrong file identifier/HTTP URL specified"
    words = await refusal(other, "getFile", file_id=file_id)
    assert words == "Bad Request: wrong file_id or the file is temporarily unavailable"
    assert (await fetch(other, path)).status_code == 404


async def test_a_bot_that_was_blocked_still_fetches_what_it_was_sent(
    bot: BotClient, wang: PhoneClient, chat: int
) -> None:
    await wang.send_files(chat, "voice", voice())
    file_id = (await received(bot, "voice"))["file_id"]
    await wang.post(f"chats/{chat}/block")
    assert (await fetch(bot, await path_of(bot, file_id))).content == OGG


@pytest.mark.parametrize(
    "path",
    [
        "../chatserver.sqlite3",
        "%2e%2e/chatserver.sqlite3",
        "photos/../../chatserver.sqlite3",
        "/etc/passwd",
        "photos/%00",
        "photos/" + "0" * 32 + ".png",
        "incoming/x",
        "",
        "%E4%BA%95/" + "a" * 5_000,
    ],
)
async def test_path_tricks_find_nothing(bot: BotClient, path: str) -> None:
    status, answer = await asyncio.to_thread(fetch_as_written, bot, path)
    assert status == 404
    assert answer == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_a_path_is_good_only_as_it_was_given(bot: BotClient, wang: PhoneClient) -> None:
    path = await path_of(bot, (await send_photo(bot, wang))["file_id"])
    for other in (path.replace("photos", "voice"), path.replace(".png", ""), path.replace(".png", ".html"), f"{path}/"):
        assert (await fetch(bot, other)).status_code == 404


@pytest.mark.parametrize(("token", "status"), [("1:wrong", 401), ("nonsense", 401), ("", 401)])
async def test_a_download_needs_the_token(bot: BotClient, wang: PhoneClient, token: str, status: int) -> None:
    path = await path_of(bot, (await send_photo(bot, wang))["file_id"])
    assert (await bot.http.get(f"/file/bot{token}/{path}")).status_code == status


async def test_a_part_of_a_file_can_be_fetched(bot: BotClient, wang: PhoneClient) -> None:
    path = await path_of(bot, (await send_photo(bot, wang))["file_id"])
    answer = await fetch(bot, path, Range="bytes=1-3")
    assert (answer.status_code, answer.content) == (206, picture()[1:4])


def kept(directory: Path) -> set[str]:
    return {path.name for path in (directory / "files").rglob("*") if path.is_file()}


async def test_what_a_call_does_not_use_is_not_kept(tmp_path: Path) -> None:
    process = ServerProcess(tmp_path)
    process.start()
    try:
        await _send_in_vain(process, tmp_path)
    finally:
        process.stop()


async def _send_in_vain(process: ServerProcess, directory: Path) -> None:
    async with httpx.AsyncClient(base_url=process.url, trust_env=False) as http:
        from contextlib import AsyncExitStack

        operator = Operator(http, AsyncExitStack())
        bot, wang = await operator.add_bot("回音", "huiyin_bot"), await operator.add_person("王大娘")
        await wang.start(bot)
        used, unused = {"photo": photo()}, {"other": photo()}
        await bot.call("sendPhoto", chat_id=wang.id, files=used | unused)
        assert len(kept(directory)) == 1
        for chat_id in (wang.id, 5):
            await refusal(bot, "sendPhoto", chat_id=chat_id, photo="attach://x", caption="x" * 1025, files=used)
            await refusal(bot, "sendVideo", chat_id=5, files={"video": photo()})
        assert len(kept(directory)) == 1
