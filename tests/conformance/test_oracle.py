"""The oracle itself: what is right passes, and each kind of wrong is found and named."""

from typing import Any

import pytest
from aiogram import methods as aiogram_methods
from aiogram import types
from aiogram.types import Message, Update

from tests.conformance import facts, samples
from tests.conformance.cases_of_answers import RIGHT_RESULTS, WRONG_ANSWERS, WRONG_MESSAGES
from tests.conformance.cases_of_coherence import INCOHERENT
from tests.conformance.cases_of_requests import RIGHT_REQUESTS, WRONG_REQUESTS
from tests.conformance.clients import parse_with_aiogram, parse_with_ptb, ptb_type
from tests.conformance.methods import METHODS, returned_by
from tests.conformance.samples import GONE, Json, ok, spoilt
from tests.conformance.schema import Side, check_answer, check_request, check_update, check_value


def one_fault(faults: list[str], expected: str) -> None:
    assert len(faults) == 1, faults
    assert expected in faults[0]


@pytest.mark.parametrize(("method", "result"), RIGHT_RESULTS)
def test_a_right_answer_passes_the_schema_and_both_clients(method: str, result: object) -> None:
    assert check_answer(method, ok(result)) == []
    parse_with_aiogram(method, result)
    parse_with_ptb(method, result)


@pytest.mark.parametrize("error", [samples.FLOOD, samples.MIGRATED])
def test_a_right_error_passes(error: Json) -> None:
    assert check_answer("sendMessage", error) == []


def test_only_the_webhook_methods_say_in_words_what_they_did() -> None:
    described = ok(True) | {"description": "Webhook was set"}
    assert check_answer("setWebhook", described) == []
    one_fault(check_answer("deleteMessage", described), "$ has the fields")


@pytest.mark.parametrize(("path", "value", "expected"), WRONG_MESSAGES.values(), ids=WRONG_MESSAGES)
def test_a_wrong_message_is_found(path: str, value: object, expected: str) -> None:
    one_fault(check_value(Message, spoilt(samples.CARD, path, value)), expected)


@pytest.mark.parametrize(("method", "payload", "expected"), WRONG_ANSWERS.values(), ids=WRONG_ANSWERS)
def test_a_wrong_answer_is_found(method: str, payload: object, expected: str) -> None:
    one_fault(check_answer(method, payload), expected)


@pytest.mark.parametrize(("method", "params"), RIGHT_REQUESTS)
def test_a_right_request_passes(method: str, params: Json) -> None:
    assert check_request(method, params) == []


@pytest.mark.parametrize(("method", "params", "expected"), WRONG_REQUESTS.values(), ids=WRONG_REQUESTS)
def test_a_wrong_request_is_found(method: str, params: Json, expected: str) -> None:
    one_fault(check_request(method, params), expected)


@pytest.mark.parametrize(("kind", "value", "expected"), INCOHERENT.values(), ids=INCOHERENT)
def test_fields_that_do_not_go_together_are_found(kind: str, value: Json, expected: str) -> None:
    one_fault(check_value(getattr(types, kind), value), expected)


def test_a_message_without_content_is_found() -> None:
    one_fault(check_value(Message, spoilt(samples.TEXT, "text", GONE)), "$ is a Message without any content")


def test_every_fault_is_told_with_its_path() -> None:
    message = spoilt(spoilt(samples.CARD, "date", "now"), "from.id", "42") | {"colour": "red"}
    faults = check_update({"update_id": 1, "message": message})
    assert sorted(fault.split(" is ")[0] for fault in faults) == [
        "$.message.colour",
        "$.message.date",
        "$.message.from.id",
    ]


def test_an_empty_row_may_be_asked_for_but_never_answered() -> None:
    markup: Json = {"inline_keyboard": []}
    assert check_value(types.InlineKeyboardMarkup, markup, side=Side.CLIENT) == []
    one_fault(check_value(types.InlineKeyboardMarkup, markup, side=Side.SERVER), "has no button in it")


# telegram.md facts, tried: aiogram takes all of these without a word, hence the strict schema.
@pytest.mark.parametrize(("path", "value"), [("message_id", "11"), ("chat.type", "weird"), ("date", 1764000000000)])
def test_aiogram_alone_would_not_notice(path: str, value: object) -> None:
    wrong = spoilt(samples.CARD, path, value)
    parse_with_aiogram(Message, wrong)
    assert check_value(Message, wrong) != []


@pytest.mark.parametrize("parse", [parse_with_aiogram, parse_with_ptb])
@pytest.mark.parametrize(
    "path", ["surplus", "chat.surplus", "entities.0.surplus", "reply_markup.inline_keyboard.1.0.surplus"]
)
def test_each_client_finds_an_unknown_field_at_any_depth(parse: Any, path: str) -> None:
    update = {"update_id": 5, "message": spoilt(samples.TEXT, f"reply_to_message.{path}", "x")}
    with pytest.raises(AssertionError, match=r"does not know: .*surplus"):
        parse("getUpdates", [update])
    with pytest.raises(AssertionError, match=r"does not know: .*surplus"):
        parse(Update, update)


def test_a_deprecated_field_is_one_too_many_for_python_telegram_bot() -> None:
    with pytest.raises(AssertionError, match="forward_date"):
        parse_with_ptb(Message, samples.TEXT | {"forward_date": 1764000000})


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_every_method_has_strict_checks_and_a_type_in_both_clients(method: Any) -> None:
    returned = returned_by(method.__api_method__)
    assert check_value(returned, object()) != []
    for name, field in method.model_fields.items():
        assert check_value(field.annotation, object(), side=Side.CLIENT) != [], name
    item = getattr(returned, "__args__", [returned])[0]
    assert item in (bool, int, str) or issubclass(ptb_type(item), ptb_type(types.User).__base__)


def test_the_facts_name_fields_that_exist() -> None:
    named = {(owner, name) for owner, names in facts.ONLY_TRUE.items() for name in names}
    for owner, name in named | set(facts.KNOWN_VALUES) | facts.MAY_BE_EMPTY:
        model = getattr(types, owner, None) or getattr(aiogram_methods, owner)
        assert name in model.model_fields, f"{owner}.{name}"
