"""Whatever is sent to whichever method, the answer is one of the Bot API, and never a fault of the server's."""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from aiogram import methods as aiogram_methods
from aiogram.methods import TelegramMethod

from bot.chatserver.botapi.registry import HANDLERS, load_methods
from tests.chatserver.harness import BotClient, Operator, PhoneClient
from tests.chatserver.nonsense import Nonsense
from tests.chatserver.process import ServerProcess

load_methods()
METHODS = sorted(HANDLERS)
CALLS = 40
# These make the caller wait, or the server call elsewhere.
SLOW = frozenset({"getupdates", "setwebhook"})
NEVER_GIVEN = frozenset({"timeout"})


def parameters_by_method() -> dict[str, dict[str, bool]]:
    """What each method of the Bot API takes and whether it must, as the installed aiogram knows it."""
    known = (getattr(aiogram_methods, name) for name in aiogram_methods.__all__)
    classes = [one for one in known if isinstance(one, type) and issubclass(one, TelegramMethod)]
    return {
        one.__api_method__.lower(): {
            name: field.is_required() for name, field in sorted(one.model_fields.items()) if name not in NEVER_GIVEN
        }
        for one in classes
        if isinstance(getattr(one, "__api_method__", None), str)
    }


PARAMETERS = parameters_by_method()


def nonsense_for(method: str, seed: str, known: list[Any]) -> Nonsense:
    parameters = PARAMETERS.get(method, {"chat_id": True})
    # A message may be edited by inline_message_id instead, so aiogram asks for neither.
    required = {name for name, must in parameters.items() if must} | {"chat_id", "message_id"} & set(parameters)
    return Nonsense(seed, list(parameters), required - {"inline_message_id"}, known)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server of its own, whose log shows at the end whether it ever was at fault."""
    process = ServerProcess(tmp_path_factory.mktemp("fuzzed"))
    process.start()
    yield process
    process.stop()
    assert "Traceback" not in process.log()


@pytest.fixture
async def known(bot: BotClient, wang: PhoneClient, operator: Operator) -> list[Any]:
    """Ids that are there: a private chat, a group, a forum, a channel, messages."""
    await wang.start(bot)
    for number in range(3):
        await bot.call("sendMessage", chat_id=wang.id, text=f"第 {number} 条")
    everything = {
        "can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True, "can_pin_messages": True,
        "can_manage_topics": True, "can_change_info": True,
    }  # fmt: skip
    members = ((wang, "creator"), (bot, "administrator", everything))
    chats = [
        await operator.add_chat("group", "东村", *members),
        await operator.add_chat("supergroup", "西村", *members, is_forum=True),
        await operator.add_chat("channel", "回音墙", *members),
    ]
    for chat in chats:
        await bot.call("sendMessage", chat_id=chat, text="您好")
    return [wang.id, bot.id, *chats, 1, 2, 3, str(wang.id)]


def check(answer: httpx.Response, request: dict[str, Any]) -> None:
    said = f"{request} was answered {answer.status_code}: {answer.text[:300]}"
    assert answer.status_code < 500, said
    body = answer.json()
    assert body["ok"] is (answer.status_code == 200), said
    if not body["ok"]:
        assert body["error_code"] == answer.status_code, said
        assert isinstance(body["description"], str), said


@pytest.mark.parametrize("method", METHODS)
async def test_nonsense_is_answered_in_the_words_of_the_bot_api(bot: BotClient, known: list[Any], method: str) -> None:
    nonsense = nonsense_for(method, method, known)
    requests = [nonsense.request() for _ in range(CALLS)]
    at_once = asyncio.Semaphore(1 if method in SLOW else 8)

    async def ask(request: dict[str, Any]) -> None:
        async with at_once:
            check(await bot.http.request(url=f"/bot{bot.token}/{method}", **request), request)

    await asyncio.gather(*(ask(request) for request in requests))
    assert (await bot.call("getMe"))["id"] == bot.id


async def test_every_method_here_is_one_of_the_bot_api() -> None:
    # The official server still has the names of before Bot API 5.3 (Client.cpp: init_methods).
    assert set(METHODS) - {"getchatmemberscount", "kickchatmember"} <= set(PARAMETERS)


@pytest.mark.parametrize("method", ["sendmessage", "getupdates", "getfile"])
async def test_nonsense_with_a_foreign_token_is_unauthorized(operator: Operator, bot: BotClient, method: str) -> None:
    nonsense = nonsense_for(method, f"foreign {method}", [1])
    token = f"{bot.id}:{'A' * 35}"
    for _ in range(20):
        answer = await bot.http.request(url=f"/bot{token}/{method}", **nonsense.request())
        assert (answer.status_code, answer.json()["description"]) == (401, "Unauthorized")


@pytest.mark.parametrize(
    "path",
    ["", "/", "../../etc/passwd", "..%2f..%2fetc/passwd", "%00", "photos/%2e%2e/%2e%2e/x", "%ff", "a" * 5_000, "//etc"],
)
async def test_no_trick_with_the_path_leads_to_a_file(bot: BotClient, path: str) -> None:
    for token in (bot.token, f"{bot.id}:x", ""):
        answer = await bot.http.get(f"/file/bot{token}/{path}")
        assert 400 <= answer.status_code < 500, (token, path)
