"""What answers hold, and how a refusal comes out in a test."""

from collections.abc import Mapping
from typing import Any

import httpx

Json = dict[str, Any]
# Seconds for which whoever waits for something in a test waits.
PATIENCE = 45.0


class Refused(Exception):
    """An answer other than success: the Bot API's three parts, or status and sentence of the other doors."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters or {}


def matches(body: Json, wanted: Mapping[str, Any]) -> bool:
    return all(body.get(name) == value for name, value in wanted.items())


def result_of(answer: httpx.Response) -> Json:
    body: Json = answer.json()
    if answer.status_code != 200:
        raise Refused(answer.status_code, body["error"])
    return body


def bot_result_of(answer: httpx.Response) -> Any:
    body = answer.json()
    if not body["ok"]:
        raise Refused(body["error_code"], body["description"], body.get("parameters"))
    return body["result"]
