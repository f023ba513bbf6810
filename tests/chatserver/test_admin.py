"""The operator's door."""

from pathlib import Path

import httpx
import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused
from tests.chatserver.process import ServerProcess

CALLS = (
    ("POST", "bots"),
    ("GET", "users"),
    ("POST", "users"),
    ("POST", "users/1/link"),
    ("POST", "chats"),
    ("POST", "chats/-1/members"),
    ("GET", "ledger"),
)
FAULT_CALLS = (
    ("POST", "faults"),
    ("GET", "faults"),
    ("DELETE", "faults"),
    ("POST", "clock"),
    ("POST", "happenings"),
)


@pytest.mark.parametrize("token", ["", "wrong", "an-operator's-token-for-test"])
async def test_the_operators_token_is_asked_for(http: httpx.AsyncClient, token: str) -> None:
    for verb, path in CALLS + FAULT_CALLS:
        answer = await http.request(verb, f"/admin/{path}", headers={"authorization": f"Bearer {token}".strip()})
        assert answer.status_code == 401, path
        assert "operator" in answer.json()["error"]


def test_without_a_token_of_its_own_the_door_is_not_there(tmp_path: Path) -> None:
    process = ServerProcess(tmp_path, admin_token=None)
    process.start()
    try:
        for verb, path in CALLS + FAULT_CALLS:
            answer = httpx.request(verb, f"{process.url}/admin/{path}", headers={"authorization": "Bearer None"})
            assert answer.status_code == 404, path
    finally:
        process.stop()


def test_with_faults_off_their_calls_are_not_there(tmp_path: Path) -> None:
    process = ServerProcess(tmp_path, faults=False)
    process.start()
    try:
        headers = {"authorization": "Bearer an-operator's-token-for-tests"}
        for verb, path in FAULT_CALLS:
            answer = httpx.request(verb, f"{process.url}/admin/{path}", headers=headers)
            assert answer.status_code == 404, path
        assert httpx.get(f"{process.url}/admin/ledger", headers=headers).status_code == 200
    finally:
        process.stop()


async def test_people_are_found_by_their_first_name(operator: Operator, wang: PhoneClient, bot: BotClient) -> None:
    name = f"{wang.user['first_name']}·{wang.id}"
    first, second = [await operator.add_person(name) for _ in range(2)]
    found = (await operator.get(f"users?first_name={name}"))["users"]
    assert [user["id"] for user in found] == [first.id, second.id]
    assert (await operator.get("users"))["users"] == []


async def test_a_bot_may_bring_the_token_that_its_service_already_has(operator: Operator) -> None:
    token = "4242424242:AAE-a_token_of_a_real_bot_0123456789"
    added = await operator.post("bots", name="回音", username="brought_along_bot", token=token)
    assert added == {"id": 4242424242, "token": token}
    renamed = await operator.post("bots", name="回音二", username="brought_along_bot", token=token)
    assert renamed == added


async def test_a_foreign_token_is_no_bots(bot: BotClient) -> None:
    bot.token = f"{bot.id}:{'x' * 35}"
    with pytest.raises(Refused, match="401 Unauthorized"):
        await bot.call("getMe")


@pytest.mark.parametrize(
    ("path", "body", "sentence"),
    [
        ("bots", {"username": "x_bot1"}, "'name' must be a text that is not empty."),
        ("bots", {"name": "x", "username": "x"}, "'username' must be 4 to 32 letters"),
        ("bots", {"name": "x", "username": "some_bot", "token": "1:short"}, "'token' must be like 123456:ABC"),
        ("users", {"first_name": " "}, "'first_name' must be a text that is not empty."),
        ("users", {"first_name": 5}, "'first_name' must be a text that is not empty."),
        ("users/1/link", {}, "There is no person 1."),
        ("chats", {"type": "club", "title": "x"}, "'type' must be one of group, supergroup, channel."),
        ("chats", {"type": "group", "title": "x", "members": 5}, "'members' must be a list of objects"),
        ("chats", {"type": "group", "title": "x", "members": [{"user": 1, "status": "king"}]}, "'status' must be one"),
        ("chats", {"type": "group", "title": "x", "members": [{"user": 1, "status": "member"}]}, "no user 1."),
        ("chats/-5/members", {"user": 1, "status": "member"}, "There is no group or channel -5."),
        ("faults", {"kind": "fire"}, "'kind' must be one of drop_answer, delay"),
        ("faults", {"kind": "delay", "seconds": "long"}, "'seconds' must be a number from 0 to 3600."),
        ("faults", {"kind": "delay", "share": 2}, "'share' must be a number from 0 to 1."),
        ("faults", {"kind": "delay", "times": 1.5}, "'times' must be a whole number from 1 to"),
        ("clock", {"advance": -5}, "'advance' must be a number from 0 to"),
        ("happenings", {"what": "earthquake"}, "'what' must be one of"),
    ],
)
async def test_what_is_wrong_is_said_in_a_sentence(
    operator: Operator, path: str, body: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        await operator.post(path, **body)
    assert refused.value.code in {400, 404}
    assert sentence in refused.value.description


async def test_a_username_is_given_once(operator: Operator, bot: BotClient) -> None:
    with pytest.raises(Refused, match=f"409 The username {bot.username.upper()} is taken."):
        await operator.add_person("李四", username=bot.username.upper())


async def test_nothing_of_a_refused_chat_is_kept(operator: Operator, wang: PhoneClient) -> None:
    members = [{"user": wang.id, "status": "creator"}, {"user": 1, "status": "member"}]
    with pytest.raises(Refused, match="no user 1"):
        await operator.post("chats", type="group", title="半个群", members=members)
    assert await wang.chats() == []


async def test_members_are_placed_and_replaced(operator: Operator, wang: PhoneClient, sun: PhoneClient) -> None:
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"))
    await operator.set_member(group, sun, "administrator", {"can_pin_messages": True})
    shown = await sun.chat("东村")
    assert (shown["status"], shown["members"], shown["type"]) == ("administrator", 2, "supergroup")
    await operator.set_member(group, sun, "left")
    assert await sun.chats() == []
