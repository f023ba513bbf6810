from typing import Any

import pytest

from bot.intake.arrivals import NO_LANE, Malformed, read_arrival

GUILAN, VILLAGE_GROUP = 1001, -1002003004005


@pytest.mark.parametrize(
    ("event", "lane"),
    [
        ({"message": {"chat": {"id": VILLAGE_GROUP}, "from": {"id": GUILAN}}}, VILLAGE_GROUP),
        ({"edited_message": {"chat": {"id": GUILAN}}}, GUILAN),
        ({"my_chat_member": {"chat": {"id": GUILAN}, "from": {"id": GUILAN}}}, GUILAN),
        ({"callback_query": {"from": {"id": GUILAN}, "message": {"chat": {"id": VILLAGE_GROUP}}}}, VILLAGE_GROUP),
        ({"callback_query": {"from": {"id": GUILAN}, "inline_message_id": "x"}}, GUILAN),
        ({"poll_answer": {"user": {"id": GUILAN}, "poll_id": "1"}}, GUILAN),
        ({"poll": {"id": "1"}}, NO_LANE),
    ],
)
def test_the_lane_is_the_chat_or_else_the_person(event: dict[str, Any], lane: int) -> None:
    arrival = read_arrival({"update_id": 5} | event)
    assert (arrival.kind, arrival.lane) == (next(iter(event)), lane)


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"message": None},
        {"message": "text"},
        {"message": {"chat": {"id": "1001"}}},
        {"message": {"chat": {"id": True}}},
        {"message": {"chat": {"id": 2**70}}},
        {"message": {"chat": [1]}},
        {"not a name": {"chat": {}}},
    ],
)
def test_an_odd_update_is_kept_in_the_lane_of_those_without_a_chat(odd: dict[str, Any]) -> None:
    raw = {"update_id": 5} | odd
    arrival = read_arrival(raw)
    assert (arrival.update_id, arrival.lane, arrival.payload) == (5, NO_LANE, raw)


@pytest.mark.parametrize("raw", [None, [], "5", {}, {"update_id": "5"}, {"update_id": True}, {"update_id": 2**63}])
def test_what_has_no_usable_update_id_is_no_update(raw: object) -> None:
    with pytest.raises(Malformed):
        read_arrival(raw)
