"""setWebhook, deleteWebhook and getWebhookInfo answer as the official server does in local mode."""

import asyncio
from typing import Any

import pytest

from tests.chatserver.harness import BotClient, Json, Operator, PhoneClient, Refused

NOWHERE = "http://127.0.0.1:1/hook"
REFUSALS = [
    ({"url": "https://"}, "invalid webhook URL specified"),
    ({"url": "ftp://127.0.0.1/hook"}, "invalid webhook URL specified"),
    ({"url": "https://a host/hook"}, "invalid webhook URL specified"),
    ({"url": "https://127.0.0.1:99999/hook"}, "invalid webhook URL specified"),
    ({"url": "https://127.0.0.1:0/hook"}, "invalid webhook URL specified"),
    ({"url": NOWHERE, "secret_token": "a" * 257}, "secret token is too long"),
    ({"url": NOWHERE, "secret_token": "回音"}, "secret token contains unallowed characters"),
    ({"url": NOWHERE, "secret_token": "a b"}, "secret token contains unallowed characters"),
    ({"url": NOWHERE, "ip_address": "county"}, "bad webhook: Invalid IP address specified"),
    ({"url": "http://8.8.8.8/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
]


async def answer_of(bot: BotClient, method: str, **arguments: Any) -> Json:
    """The whole answer, with its description."""
    answer: Json = (await bot.http.post(f"/bot{bot.token}/{method}", json=arguments)).json()
    return answer


@pytest.mark.parametrize(("arguments", "reason"), REFUSALS)
async def test_a_bad_webhook_is_refused(bot: BotClient, arguments: Json, reason: str) -> None:
    # Client.cpp:16016-16024, WebhookActor.cpp: start_up and check_ip_address
    with pytest.raises(Refused) as refused:
        await bot.call("setWebhook", **arguments)
    assert (refused.value.code, refused.value.description) == (400, f"Bad Request: {reason}")
    assert (await bot.call("getWebhookInfo"))["url"] == ""


async def test_a_host_that_nobody_knows_is_refused(bot: BotClient) -> None:
    # IPAddress.cpp:438; the end of the sentence is the system's
    with pytest.raises(Refused) as refused:
        await bot.call("setWebhook", url="https://no-such-host.invalid/hook")
    assert refused.value.description.startswith("Bad Request: bad webhook: Failed to resolve host: ")


async def test_a_certificate_is_refused_with_what_to_do_instead(bot: BotClient) -> None:
    certificate = {"certificate": ("cert.pem", b"-----BEGIN CERTIFICATE-----", "application/x-pem-file")}
    with pytest.raises(Refused, match="let its machine trust the issuer"):
        await bot.call("setWebhook", url=NOWHERE, files=certificate)


async def test_a_webhook_is_set_described_and_deleted(bot: BotClient) -> None:
    # Client.cpp:15877, 15769, 16058, 5945
    arguments = {"url": NOWHERE, "max_connections": 7, "secret_token": "abc"}
    assert (await answer_of(bot, "setWebhook", **arguments))["description"] == "Webhook was set"
    assert await bot.call("getWebhookInfo") == {
        "url": NOWHERE,
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "max_connections": 7,
        "ip_address": "127.0.0.1",
    }
    assert (await answer_of(bot, "deleteWebhook"))["description"] == "Webhook was deleted"
    assert (await answer_of(bot, "deleteWebhook"))["description"] == "Webhook is already deleted"
    assert await bot.call("getWebhookInfo") == {"url": "", "has_custom_certificate": False, "pending_update_count": 0}


async def test_an_address_without_a_scheme_is_https(bot: BotClient) -> None:
    # HttpUrl.cpp: parse_url, default_protocol
    assert await bot.call("setWebhook", url="127.0.0.1:1/hook") is True
    assert (await bot.call("getWebhookInfo"))["url"] == "127.0.0.1:1/hook"


async def test_an_empty_url_deletes_the_webhook(bot: BotClient) -> None:
    # Bot API: setWebhook, url, "Use an empty string to remove webhook integration"
    await bot.call("setWebhook", url=NOWHERE)
    assert (await answer_of(bot, "setWebhook", url=""))["description"] == "Webhook was deleted"


async def test_setting_the_same_webhook_again_only_takes_over_the_kinds(bot: BotClient, operator: Operator) -> None:
    # Client.cpp:15758-15770
    await bot.call("setWebhook", url=NOWHERE)
    await operator.advance(1)
    again = await answer_of(bot, "setWebhook", url=NOWHERE, allowed_updates=["message"])
    assert again == {"ok": True, "result": True, "description": "Webhook is already set"}
    assert (await bot.call("getWebhookInfo"))["allowed_updates"] == ["message"]
    await operator.advance(1)
    other = await answer_of(bot, "setWebhook", url=NOWHERE, secret_token="abc")
    assert other["description"] == "Webhook was set"


async def test_a_webhook_can_be_set_once_a_second(bot: BotClient, operator: Operator) -> None:
    # Client.cpp:15734
    both = (bot.call("setWebhook", url=NOWHERE) for _ in range(2))
    refused, done = sorted(await asyncio.gather(*both, return_exceptions=True), key=lambda it: it is True)
    assert done is True
    assert isinstance(refused, Refused)
    assert (refused.code, refused.parameters) == (429, {"retry_after": 1})
    await operator.advance(1)
    assert await bot.call("setWebhook", url=NOWHERE) is True


async def test_a_refused_webhook_takes_the_old_one_with_it(bot: BotClient, operator: Operator) -> None:
    # Client.cpp:15784-15796: the old webhook is closed before the new one is looked at
    await bot.call("setWebhook", url=NOWHERE)
    await operator.advance(1)
    with pytest.raises(Refused):
        await bot.call("setWebhook", url="https://")
    assert (await bot.call("getWebhookInfo"))["url"] == ""


@pytest.mark.parametrize(("asked", "kept"), [(0, 1), (1000, 100), (None, 40), ("many", 1)])
async def test_max_connections_are_brought_between_1_and_100(bot: BotClient, asked: object, kept: int) -> None:
    # Bot API: setWebhook, max_connections; Client.cpp:15988
    await bot.call("setWebhook", url=NOWHERE, max_connections=asked)
    assert (await bot.call("getWebhookInfo"))["max_connections"] == kept


@pytest.mark.parametrize(("method", "arguments"), [("setWebhook", {"url": NOWHERE}), ("deleteWebhook", {})])
async def test_pending_updates_can_be_dropped(bot: BotClient, wang: PhoneClient, method: str, arguments: Json) -> None:
    # Client.cpp:16006
    await wang.send(await wang.open(bot), "昨天的事")
    assert (await bot.call("getWebhookInfo"))["pending_update_count"] == 1
    await bot.call(method, **arguments, drop_pending_updates=True)
    assert (await bot.call("getWebhookInfo"))["pending_update_count"] == 0


async def test_what_was_not_posted_can_be_polled_after_the_webhook_is_deleted(
    bot: BotClient, wang: PhoneClient
) -> None:
    # Bot API: "Incoming updates are stored on the server until the bot receives them either way"
    await bot.call("setWebhook", url=NOWHERE)
    await wang.send(await wang.open(bot), "谁来取")
    await bot.call("deleteWebhook")
    [update] = await bot.call("getUpdates")
    assert update["message"]["text"] == "谁来取"
