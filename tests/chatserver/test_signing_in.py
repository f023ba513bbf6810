"""One-time links and phones that stay signed in while they are used."""

import httpx
import pytest

from tests.chatserver.harness import BotClient, Json, Operator, PhoneClient, Refused

DAY = 86_400


async def link_for(operator: Operator, user: Json, *, lost: bool = False) -> str:
    link: str = (await operator.post(f"users/{user['id']}/link", lost=lost))["link"]
    return link


async def sign_in(http: httpx.AsyncClient, link: str, **headers: str) -> httpx.Response:
    return await http.post("/phone/sign-in", json={"link": link}, headers=headers)


async def test_a_link_works_once(operator: Operator, wang: PhoneClient, http: httpx.AsyncClient) -> None:
    link = await link_for(operator, wang.user)
    assert (await sign_in(http, link)).status_code == 200
    again = await sign_in(http, link)
    assert again.status_code == 403
    assert "用过了" in again.json()["error"]


async def test_a_link_works_for_seven_days(operator: Operator, wang: PhoneClient, http: httpx.AsyncClient) -> None:
    timely, late = [await link_for(operator, wang.user) for _ in range(2)]
    await operator.advance(7 * DAY - 60)
    assert (await sign_in(http, timely)).status_code == 200
    await operator.advance(61)
    assert (await sign_in(http, late)).status_code == 403


async def test_used_expired_and_unknown_links_are_answered_alike(
    operator: Operator, wang: PhoneClient, http: httpx.AsyncClient
) -> None:
    used, expired = [await link_for(operator, wang.user) for _ in range(2)]
    await sign_in(http, used)
    await operator.advance(8 * DAY)
    answers = [await sign_in(http, link) for link in (used, expired, "never-was-one", "")]
    assert len({(answer.status_code, answer.text) for answer in answers}) == 1


async def test_opening_the_page_of_a_link_does_not_use_it_up(
    operator: Operator, wang: PhoneClient, http: httpx.AsyncClient
) -> None:
    link = await operator.post(f"users/{wang.id}/link")
    pages = [await http.get(link["url"]) for _ in range(2)]
    assert [page.status_code for page in pages] == [200, 200]
    assert (await sign_in(http, link["link"])).status_code == 200


async def test_the_cookie_is_for_this_phone_alone_and_out_of_reach_of_scripts(
    operator: Operator, wang: PhoneClient, http: httpx.AsyncClient
) -> None:
    answer = await sign_in(http, await link_for(operator, wang.user))
    phone, cookie = answer.json()["phone"], answer.headers["set-cookie"]
    assert f"Path=/phone/{phone}/;" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert f"Max-Age={180 * DAY}" in cookie
    assert "Secure" not in cookie


async def test_a_browser_is_told_its_token_by_the_cookie_alone(
    operator: Operator, wang: PhoneClient, http: httpx.AsyncClient
) -> None:
    answer = await sign_in(http, await link_for(operator, wang.user), origin=str(http.base_url).rstrip("/"))
    assert answer.status_code == 200
    assert "token" not in answer.json()
    assert "phone=" in answer.headers["set-cookie"]


async def test_a_phone_stays_signed_in_for_180_days_after_its_last_use(operator: Operator, wang: PhoneClient) -> None:
    await operator.advance(179 * DAY)
    await wang.get("me")
    await operator.advance(179 * DAY)
    await wang.get("me")
    await operator.advance(180 * DAY)
    with pytest.raises(Refused, match="401"):
        await wang.get("me")


async def test_the_180_days_start_anew_at_most_once_a_day(operator: Operator, wang: PhoneClient) -> None:
    first = (await wang.get("me"))["expires_at"]
    await operator.advance(DAY - 600)
    assert (await wang.get("me"))["expires_at"] == first
    await operator.advance(1200)
    answer = await wang.http.get(f"{wang.base}/me", headers=wang.headers)
    assert answer.json()["expires_at"] >= first + DAY
    assert f"phone={wang.token}" in answer.headers["set-cookie"]


async def test_following_events_counts_as_use(operator: Operator, wang: PhoneClient) -> None:
    await operator.advance(179 * DAY)
    await wang.connect()
    await operator.advance(2 * DAY)
    assert (await wang.get("me"))["user"]["id"] == wang.id


async def test_lost_ends_every_other_phone_at_once_and_keeps_the_history(
    operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    chat = await wang.start(bot)
    await wang.expect("message", text="/start")
    found = await operator.sign_in(wang.user, lost=True)
    assert (await wang.expect("ended")) == {"kind": "ended"}
    with pytest.raises(Refused, match="401"):
        await wang.get("chats")
    assert [message["text"] for message in await found.messages(chat)] == ["/start"]


async def test_lost_also_voids_links_that_were_not_used(
    operator: Operator, wang: PhoneClient, http: httpx.AsyncClient
) -> None:
    stolen = await link_for(operator, wang.user)
    await link_for(operator, wang.user, lost=True)
    assert (await sign_in(http, stolen)).status_code == 403


async def test_a_second_phone_does_not_end_the_first(operator: Operator, wang: PhoneClient) -> None:
    second = await operator.sign_in(wang.user)
    assert (await wang.get("me"))["user"] == (await second.get("me"))["user"]


async def test_signing_out_ends_this_phone_alone(operator: Operator, wang: PhoneClient) -> None:
    second = await operator.sign_in(wang.user)
    await wang.connect()
    await wang.post("sign-out")
    await wang.expect("ended")
    with pytest.raises(Refused, match="401"):
        await wang.get("me")
    assert (await second.get("me"))["user"]["id"] == wang.id


async def test_one_phones_token_does_not_open_another_phone(wang: PhoneClient, sun: PhoneClient) -> None:
    answer = await wang.http.get(f"{sun.base}/me", headers=wang.headers)
    assert answer.status_code == 401


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer x", "Basic eDp5", "Bearer 东"])
async def test_nothing_is_reachable_without_a_token(wang: PhoneClient, authorization: str) -> None:
    for path in ("me", "chats", "chats/1", "chats/1/messages", "files/x"):
        answer = await wang.http.get(f"{wang.base}/{path}", headers=[(b"authorization", authorization.encode())])
        assert answer.status_code == 401, path


async def test_a_program_with_a_cookie_must_say_that_it_is_our_own_page(wang: PhoneClient) -> None:
    url, cookie = f"{wang.base}/chats", {"cookie": f"phone={wang.token}"}
    own = str(wang.http.base_url).rstrip("/")
    refused = [
        await wang.http.post(url, headers=cookie | origin) for origin in ({}, {"origin": "https://evil.example"})
    ]
    assert [answer.status_code for answer in refused] == [403, 403]
    allowed = await wang.http.post(f"{wang.base}/sign-out", headers=cookie | {"origin": own})
    assert allowed.status_code == 200


async def test_another_sites_page_cannot_follow_events(wang: PhoneClient) -> None:
    headers = {
        "cookie": f"phone={wang.token}",
        "origin": "https://evil.example",
        "connection": "Upgrade",
        "upgrade": "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    answer = await wang.http.get(f"{wang.base}/events", headers=headers)
    assert answer.status_code == 403


async def test_another_sites_page_cannot_sign_a_browser_in(
    operator: Operator, wang: PhoneClient, http: httpx.AsyncClient
) -> None:
    link = await link_for(operator, wang.user)
    assert (await sign_in(http, link, origin="https://evil.example")).status_code == 403
    assert (await sign_in(http, link)).status_code == 200


async def test_wrong_links_are_limited_by_address(
    operator: Operator, wang: PhoneClient, http: httpx.AsyncClient
) -> None:
    guesser = {"x-forwarded-for": "198.51.100.7"}
    guesses = [(await sign_in(http, f"guess-{number}", **guesser)).status_code for number in range(21)]
    assert guesses == [403] * 20 + [429]
    link = await link_for(operator, wang.user)
    assert (await sign_in(http, link, **guesser)).status_code == 429
    assert (await sign_in(http, link, **{"x-forwarded-for": "198.51.100.8"})).status_code == 200
    await operator.advance(601)
    assert (await sign_in(http, "guess-again", **guesser)).status_code == 403
