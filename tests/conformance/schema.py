"""The strict oracle of Bot API 10.0: what the installed aiogram declares passes, and nothing else does.

Every function answers a list of sentences, each with the JSON path of what is wrong; empty is approval.
"""

from typing import Any

from tests.conformance.answers import SERVER_MODELS, faults_of_answer, faults_of_update
from tests.conformance.exchange import Params
from tests.conformance.faults import sentences
from tests.conformance.models import Side
from tests.conformance.requests import CLIENT_MODELS, faults_of_request

__all__ = ["Side", "check_answer", "check_request", "check_update", "check_value"]


def check_value(annotation: Any, value: object, path: str = "$", side: Side = Side.SERVER) -> list[str]:
    """Checks one decoded JSON value against an annotation such as `aiogram.types.Message` or `list[User]`."""
    models = SERVER_MODELS if side is Side.SERVER else CLIENT_MODELS
    return sentences(path, models.check_of(annotation)(value))


def check_answer(method_name: str, payload: object) -> list[str]:
    """Checks a whole answer, `{"ok": true, "result": …}` or an error with its exact fields."""
    return sentences("$", faults_of_answer(method_name, payload))


def check_update(update: object) -> list[str]:
    return sentences("$", faults_of_update(update))


def check_request(method_name: str, params: Params) -> list[str]:
    """Checks decoded parameters: strings as a form carries them, JSON values, and `Upload`s."""
    return sentences("$", faults_of_request(method_name, params))
