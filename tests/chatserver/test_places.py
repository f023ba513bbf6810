"""Sending places and contacts (Client.cpp:11410-11455, 13077-13128)."""

from typing import Any

import pytest

from tests.chatserver.harness import BotClient, PhoneClient, Refused

WELL: dict[str, Any] = {"latitude": 35.79, "longitude": 118.62}


@pytest.fixture(autouse=True)
async def chat(bot: BotClient, wang: PhoneClient) -> int:
    return await wang.start(bot)


async def refusal(bot: BotClient, method: str, **arguments: Any) -> str:
    with pytest.raises(Refused) as refused:
        await bot.call(method, **arguments)
    return refused.value.description


async def test_a_place_is_shown_where_it_is(bot: BotClient, wang: PhoneClient) -> None:
    sent = await bot.call("sendLocation", chat_id=wang.id, **WELL)
    assert sent["location"] == WELL
    await wang.expect("message", location=WELL)


async def test_how_far_off_a_place_may_be_ends_at_1500_metres(bot: BotClient, wang: PhoneClient) -> None:
    # Location.cpp:fix_accuracy
    sent = await bot.call("sendLocation", chat_id=wang.id, **WELL, horizontal_accuracy=2_000)
    assert sent["location"]["horizontal_accuracy"] == 1_500


async def test_a_live_place_says_how_long(bot: BotClient, wang: PhoneClient) -> None:
    live: dict[str, Any] = {"live_period": 60, "heading": 90, "proximity_alert_radius": 5}
    sent = await bot.call("sendLocation", chat_id=wang.id, **WELL, **live)
    assert sent["location"] == WELL | live


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"latitude": ""}, "latitude is empty"),
        ({"longitude": " "}, "longitude is empty"),
        ({"latitude": 90.1}, "invalid location specified"),
        ({"longitude": -181}, "invalid location specified"),
        ({"live_period": 59}, "wrong live location period specified"),
        ({"live_period": 60, "heading": 361}, "wrong live location heading specified"),
        ({"live_period": 60, "proximity_alert_radius": -1}, "wrong live location proximity alert radius specified"),
    ],
)
async def test_a_place_that_cannot_be_is_refused(
    bot: BotClient, wang: PhoneClient, wrong: dict[str, Any], words: str
) -> None:
    # Client.cpp:11412, Location.cpp:166-215
    assert await refusal(bot, "sendLocation", **(WELL | {"chat_id": wang.id} | wrong)) == f"Bad Request: {words}"


async def test_a_venue_is_a_place_too(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:4313, for clients that know no venues; Client.cpp:13092-13107: Foursquare's names go first
    named: dict[str, Any] = {"title": "东村卫生室", "address": "东村1号"}
    ids: dict[str, Any] = {"foursquare_id": "4b", "google_place_id": "Ch"}
    sent = await bot.call("sendVenue", chat_id=wang.id, **WELL, **named, **ids)
    assert sent["location"] == WELL
    assert sent["venue"] == named | {"location": WELL, "foursquare_id": "4b"}


async def test_a_venue_needs_a_place(bot: BotClient, wang: PhoneClient) -> None:
    # Venue.cpp:126
    words = await refusal(bot, "sendVenue", chat_id=wang.id, title="x", address="y", latitude=91, longitude=0)
    assert words == "Bad Request: wrong venue location specified"


async def test_a_contact_is_a_number_and_a_name(bot: BotClient, wang: PhoneClient) -> None:
    contact: dict[str, Any] = {"phone_number": "+8613800000000", "first_name": "孙干部"}
    sent = await bot.call("sendContact", chat_id=wang.id, **contact)
    assert sent["contact"] == contact


@pytest.mark.parametrize("missing", ["phone_number", "first_name"])
async def test_a_contact_without_them_is_refused(bot: BotClient, wang: PhoneClient, missing: str) -> None:
    # Client.cpp:12370
    contact: dict[str, Any] = {"phone_number": "+8613800000000", "first_name": "孙干部"} | {missing: ""}
    words = await refusal(bot, "sendContact", chat_id=wang.id, **contact)
    assert words == f'Bad Request: parameter "{missing}" is required'
