"""Whatever is thrown at the phones' and the operator's doors, a sentence comes back, and never a failure of ours."""

import asyncio
import json

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.chatserver.harness import BotClient, Operator, PhoneClient

FIELDS = some.sampled_from(
    [
        "text", "reply_to", "quote", "topic", "location", "contact", "payload", "data", "up_to", "username", "start",
        "link", "name", "token", "first_name", "last_name", "type", "title", "is_forum", "members", "user", "status",
        "rights", "kind", "method", "bot", "times", "share", "seconds", "seed", "what", "chat", "lost", "dice",
    ]
)  # fmt: skip
LEAVES = (
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20) | some.just("x" * 5000)
)
VALUES = some.recursive(
    LEAVES, lambda inner: some.lists(inner, max_size=3) | some.dictionaries(FIELDS, inner, max_size=3), max_leaves=6
)
BODIES = some.dictionaries(FIELDS, VALUES, max_size=6).map(lambda body: json.dumps(body).encode()) | some.binary(
    max_size=60
)
IDS = some.sampled_from(["1", "2", "0", "9" * 18, "9" * 19, "9" * 5000, "-1", "x", "%00", "%ff", "..", "1.5"])
PHONE_PATHS = (
    "chats", "chats/{}", "chats/{}/messages", "chats/{}/start", "chats/{}/read", "chats/{}/block", "chats/{}/unblock",
    "chats/{}/leave", "chats/{}/members", "chats/{}/messages/{}/edit", "chats/{}/messages/{}/delete",
    "chats/{}/messages/{}/tap", "files/{}", "me", "nothing/{}",
)  # fmt: skip
ADMIN_PATHS = ("bots", "users", "users/{}/link", "chats", "chats/-{}/members", "happenings", "ledger?user={}&after={}")


@pytest.fixture
async def own_chat(bot: BotClient, wang: PhoneClient) -> int:
    return await wang.start(bot)


def addresses(paths: tuple[str, ...], *ids: str) -> some.SearchStrategy[str]:
    """One of the paths, with ids in its gaps."""
    some_ids = IDS | some.sampled_from(ids) if ids else IDS
    return some.builds(lambda path, one, two: path.format(one, two), some.sampled_from(paths), some_ids, some_ids)


def fire(url: str, headers: dict[str, str], calls: some.SearchStrategy[tuple[str, str, bytes]]) -> None:
    """Make the calls; every answer is success or a refusal with a sentence."""
    with httpx.Client(base_url=url, headers=headers, trust_env=False) as http:

        @settings(max_examples=200, database=None, suppress_health_check=list(HealthCheck))
        @given(calls)
        def shoot(call: tuple[str, str, bytes]) -> None:
            verb, path, body = call
            answer = http.request(verb, path, content=body)
            assert answer.status_code in {200, 307, 400, 401, 403, 404, 405, 409, 413, 429}, (call, answer.text)
            assert answer.status_code < 400 or answer.json().keys() == {"error"}, call

        shoot()


async def test_the_phones_door_holds(wang: PhoneClient, own_chat: int) -> None:
    paths = addresses(PHONE_PATHS, str(own_chat)).map(lambda path: f"{wang.base}/{path}")
    calls = some.tuples(some.sampled_from(["GET", "POST", "PUT"]), paths, BODIES)
    await asyncio.to_thread(fire, str(wang.http.base_url), wang.headers, calls)


async def test_the_sign_in_holds(http: httpx.AsyncClient) -> None:
    calls = some.tuples(some.just("POST"), some.just("/phone/sign-in"), BODIES)
    await asyncio.to_thread(fire, str(http.base_url), {"x-forwarded-for": "198.51.100.99"}, calls)


async def test_the_operators_door_holds(operator: Operator, http: httpx.AsyncClient, wang: PhoneClient) -> None:
    paths = addresses(ADMIN_PATHS, str(wang.id)).map(lambda path: f"/admin/{path}")
    calls = some.tuples(some.sampled_from(["GET", "POST"]), paths, BODIES)
    await asyncio.to_thread(fire, str(http.base_url), operator.headers, calls)


async def test_the_queries_of_a_page_hold(wang: PhoneClient, own_chat: int) -> None:
    queries = some.builds(lambda one, two: f"before={one}&limit={two}&topic={one}", IDS, IDS)
    paths = queries.map(lambda query: f"{wang.base}/chats/{own_chat}/messages?{query}")
    calls = some.tuples(some.just("GET"), paths, some.just(b""))
    await asyncio.to_thread(fire, str(wang.http.base_url), wang.headers, calls)
