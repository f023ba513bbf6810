"""The fields of a JSON object that came as an argument, read with TDLib's tolerance and its words (JsonBuilder.cpp)."""

import json
import re
from collections.abc import Mapping
from typing import Any

from bot.chatserver.botapi.arguments import Arguments
from bot.chatserver.errors import BadRequest

_INTEGER = re.compile(r"-?\d{1,10}")
INT32 = 2**31


class FieldError(Exception):
    """What is wrong with a field. Becomes a BadRequest where it is known what the field is part of."""


def as_refusal(sentence: str) -> BadRequest:
    """TDLib's sentence as the official server tells it: in lower case unless it is a CODE (Client.cpp:71)."""
    if sentence[1:2] == "_" or sentence[1:2].isupper():
        return BadRequest(sentence)
    return BadRequest(sentence[:1].lower() + sentence[1:])


class Fields:
    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def __len__(self) -> int:
        return len(self._values)

    def raw(self, name: str) -> Any:  # noqa: ANN401 -- whatever JSON holds
        return self._values.get(name)

    def text(self, name: str) -> str:
        value = self._values.get(name, "")
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return json.dumps(value)
        raise FieldError(f'Field "{name}" must be of type String')

    def required_text(self, name: str) -> str:
        self._require(name)
        return self.text(name)

    def flag(self, name: str) -> bool:
        value = self._values.get(name, False)
        if not isinstance(value, bool):
            raise FieldError(f'Field "{name}" must be of type Boolean')
        return value

    def integer(self, name: str, default: int = 0) -> int:
        """A 32-bit integer, as a number or as a string."""
        value = self._values.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise FieldError(f'Field "{name}" must be a Number')
        given = value if isinstance(value, str) else json.dumps(value)
        if not _INTEGER.fullmatch(given) or not -INT32 <= int(given) < INT32:
            raise FieldError(f'Field "{name}" must be a valid Number')
        return int(given)

    def required_integer(self, name: str) -> int:
        self._require(name)
        return self.integer(name)

    def array(self, name: str) -> list[Any]:
        value = self._values.get(name, [])
        if not isinstance(value, list):
            raise FieldError(f'Field "{name}" must be of type Array')
        return value

    def object(self, name: str) -> "Fields":
        self._require(name)
        value = self._values[name]
        if not isinstance(value, dict):
            raise FieldError(f'Field "{name}" must be of type Object')
        return Fields(value)

    def _require(self, name: str) -> None:
        if name not in self._values:
            raise FieldError(f'Can\'t find field "{name}"')


def read_object(arguments: Arguments, name: str, what: str, called: str) -> Fields | None:
    """The object in the argument, None when it is not there.

    :raises BadRequest: "can't parse <what> JSON object" or "object expected as <called>".
    """
    if not arguments.text(name):
        return None
    decoded = arguments.json(name, what)
    if not isinstance(decoded, dict):
        raise BadRequest(f"object expected as {called}")
    return Fields(decoded)


def require_object(decoded: object, what: str) -> Fields:
    if not isinstance(decoded, dict):
        raise FieldError(f"{what} must be an Object")
    return Fields(decoded)
