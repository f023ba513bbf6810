"""The recorder between the real clients and a scripted server, and the catcher of webhooks."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import httpx
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile, InputMediaPhoto
from telegram import InputMediaPhoto as PtbInputMediaPhoto
from telegram.error import NetworkError, RetryAfter
from telegram.ext import ExtBot

from tests.conformance import samples
from tests.conformance.catcher import Catcher, Reply
from tests.conformance.exchange import Upload
from tests.conformance.listener import CHUNK, LOCALHOST, Listener, hang_up
from tests.conformance.recorder import Recorder
from tests.conformance.samples import Json, ok, spoilt

TOKEN = "42:the-token-of-a-test"


class Silent(Listener):
    """Never answers; tells when it was asked and when the client left."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.left = threading.Event(), threading.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(CHUNK):
            self.asked.set()
        writer.close()
        self.left.set()


class Impatient(Listener):
    """Refuses a request before it has read it."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"half")
        error = {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}
        writer.write(Reply.of_json(error, 413).encoded())


@pytest.fixture
def recorder(server: Catcher) -> Iterator[Recorder]:
    with Recorder(server.url) as tap:
        yield tap


@asynccontextmanager
async def aiogram_bot(recorder: Recorder) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(recorder.url))
    async with Bot(TOKEN, session=session).context() as bot:
        yield bot


@asynccontextmanager
async def ptb_bot(server: Catcher, recorder: Recorder) -> AsyncIterator[ExtBot[None]]:
    """A bot that has asked who it is, as PTB does at its start."""
    says(server, samples.BOT | {"can_join_groups": True})
    base = f"{recorder.url}/bot", f"{recorder.url}/file/bot"
    async with ExtBot(TOKEN, base_url=base[0], base_file_url=base[1]) as bot:
        yield bot


def says(server: Catcher, *results: object) -> None:
    server.answer_next(*(Reply.of_json(ok(result)) for result in results))


async def ask(recorder: Recorder, method: str, **params: str) -> httpx.Response:
    async with httpx.AsyncClient() as client:
        return await client.post(f"{recorder.url}/bot{TOKEN}/{method}", data=params)


async def test_what_both_clients_ask_and_read_is_recorded_and_conformant(server: Catcher, recorder: Recorder) -> None:
    async with aiogram_bot(recorder) as bot:
        says(server, samples.CARD)
        await bot.send_message(7001, "收到了😀 东-127")
    async with ptb_bot(server, recorder) as ptb:
        says(server, samples.CARD)
        await ptb.send_message(7001, "收到了😀 东-127", reply_to_message_id=5)
    assert recorder.methods() == {"sendMessage": 2, "getMe": 1}
    assert [exchange.params.get("text") for exchange in recorder.exchanges] == [
        "收到了😀 东-127",
        None,
        "收到了😀 东-127",
    ]
    assert recorder.check_everything() == 3


async def test_aiograms_uploads_are_read_from_their_forms(server: Catcher, recorder: Recorder) -> None:
    says(server, samples.IN_TOPIC, [samples.IN_TOPIC] * 2)
    async with aiogram_bot(recorder) as bot:
        file = BufferedInputFile(b"x" * 100_000, "a.jpg")
        await bot.send_photo(5, file)
        await bot.send_media_group(5, [InputMediaPhoto(media=file), InputMediaPhoto(media="AgAD1")])
    assert Upload("a.jpg", 100_000) in recorder.exchanges[0].params.values()
    assert recorder.check_everything() == 2


async def test_ptbs_uploads_are_read_from_their_forms(server: Catcher, recorder: Recorder) -> None:
    async with ptb_bot(server, recorder) as bot:
        says(server, samples.IN_TOPIC, [samples.IN_TOPIC] * 2)
        await bot.send_photo(5, b"y" * 70_000, filename="b.jpg")
        album = [PtbInputMediaPhoto(b"z", filename="c.jpg"), PtbInputMediaPhoto("AgAD1")]
        await bot.send_media_group(5, album)
    assert recorder.exchanges[1].params["photo"] == Upload("b.jpg", 70_000)
    assert recorder.check_everything() == 3


async def test_a_query_and_a_json_body_are_read_too(server: Catcher, recorder: Recorder) -> None:
    says(server, samples.CARD, samples.CARD)
    url = f"{recorder.url}/bot{TOKEN}/SENDmessage"
    async with httpx.AsyncClient() as client:
        await client.get(url, params={"chat_id": "5", "text": "好"})
        await client.post(url, json={"chat_id": 5, "text": "好"})
    assert [exchange.params for exchange in recorder.exchanges] == [
        {"chat_id": "5", "text": "好"},
        {"chat_id": 5, "text": "好"},
    ]
    assert recorder.check_everything() == 2


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (ok(samples.CARD | {"surplus": 1}), r"answer: \$\.result\.surplus is no field of Message"),
        (ok(spoilt(samples.CARD, "date", 1764000000000)), r"answer: \$\.result\.date is the Integer"),
        ({"ok": False, "error_code": 400, "description": "Bad Request: no"}, "HTTP status 200, not 400"),
        (samples.FLOOD, "Retry-After: None, but parameters.retry_after is 3"),
    ],
)
async def test_a_wrong_answer_is_listed(server: Catcher, recorder: Recorder, payload: Json, expected: str) -> None:
    server.answer_next(Reply.of_json(payload))
    await ask(recorder, "sendMessage", chat_id="5", text="好")
    with pytest.raises(AssertionError, match=expected):
        recorder.check_everything()


async def test_a_wrong_request_is_listed_unless_it_was_meant(server: Catcher, recorder: Recorder) -> None:
    says(server, samples.CARD)
    await ask(recorder, "sendMessage", chat="5", text="好")
    with pytest.raises(AssertionError, match=r"2 faults:\n#1 sendMessage request: \$\.chat_id is missing"):
        recorder.check_everything()
    assert recorder.check_everything(requests=False) == 1


@pytest.mark.parametrize("body", [b"[]", b"{", b"[" * 100_000])
async def test_a_body_that_is_no_object_is_listed(server: Catcher, recorder: Recorder, body: bytes) -> None:
    says(server, samples.BOT)
    async with httpx.AsyncClient() as client:
        headers = {"Content-Type": "application/json"}
        await client.post(f"{recorder.url}/bot{TOKEN}/getMe", content=body, headers=headers)
    with pytest.raises(AssertionError, match=r"request: \$ cannot be read as parameters"):
        recorder.check_everything()


async def test_an_answer_that_is_no_json_is_listed(server: Catcher, recorder: Recorder) -> None:
    server.answer_next(Reply(500, body=b"Traceback"))
    await ask(recorder, "getMe")
    with pytest.raises(AssertionError, match="is no JSON"):
        recorder.check_everything()


async def test_what_nobody_asked_proves_nothing(recorder: Recorder) -> None:
    with pytest.raises(AssertionError, match="Nothing was recorded"):
        recorder.check_everything()


async def test_a_flood_wait_passes_through(
    server: Catcher, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else PTB warns of a future change, which is an error here
    flood = Reply.of_json(samples.FLOOD, 429)
    async with ptb_bot(server, recorder) as bot:
        server.answer_next(Reply(429, {**flood.headers, "Retry-After": "3"}, flood.body))
        with pytest.raises(RetryAfter):
            await bot.send_message(5, "好")
    assert recorder.check_everything() == 2


async def test_a_dropped_answer_is_dropped_for_the_client_as_well(server: Catcher, recorder: Recorder) -> None:
    async with ptb_bot(server, recorder) as bot:
        server.answer_next(Reply(dropped=True))
        with pytest.raises(NetworkError, match="disconnected"):
            await bot.send_message(5, "好")
    assert [exchange.status for exchange in recorder.exchanges] == [200, None]
    assert recorder.check_everything() == 2


async def test_a_client_that_hangs_up_during_a_long_poll_is_gone_for_the_server() -> None:
    with Silent() as server, Recorder(server.url) as recorder:
        poll = asyncio.create_task(ask(recorder, "getUpdates", timeout="50"))
        await asyncio.to_thread(server.asked.wait)
        poll.cancel()
        assert await asyncio.to_thread(server.left.wait, 10)


async def test_an_answer_to_half_a_request_is_judged_without_the_request() -> None:
    with Impatient() as server, Recorder(server.url) as recorder:
        reader, writer = await asyncio.open_connection(LOCALHOST, recorder.port)
        writer.write(f"POST /bot{TOKEN}/sendPhoto HTTP/1.1\r\nContent-Length: 999\r\n\r\nhalf".encode())
        assert b"Too Large" in await reader.read()
        await hang_up(writer)
        assert [(each.method, each.status) for each in recorder.exchanges] == [("sendPhoto", 413)]
        assert recorder.check_everything() == 1


async def test_downloads_pass_through(server: Catcher, recorder: Recorder) -> None:
    content = bytes(range(256)) * 4000
    server.answer_next(Reply(headers={"Content-Type": "image/jpeg"}, body=content))
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{recorder.url}/file/bot{TOKEN}/photos/1.jpg")
    assert answer.content == content
    assert recorder.check_everything() == 1


async def test_no_token_is_told_by_a_record(server: Catcher, recorder: Recorder) -> None:
    says(server, samples.BOT)
    await ask(recorder, "getMe")
    assert TOKEN not in repr(recorder.exchanges)
