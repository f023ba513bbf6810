"""A call's arguments: query, form, JSON and multipart bodies all become one map of strings, as on the official server.

Reading is as lenient as there (Client.cpp:get_integer_arg, to_bool): what is no number counts as 0, numbers are
clamped, and only broken JSON is refused.
"""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.chatserver.errors import BadRequest
from bot.chatserver.uploads import Upload

_INTEGER = re.compile(r"\s*([+-]?[0-9]{1,18})")


@dataclass(frozen=True)
class Arguments:
    values: Mapping[str, str]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.values.get(name, "")

    def integer(self, name: str, default: int = 0, low: int = -(2**53), high: int = 2**53) -> int:
        given = self.text(name)
        return min(max(to_integer(given), low), high) if given else default

    def number(self, name: str) -> float | None:
        try:
            value = float(self.text(name))
        except ValueError:
            return None
        return value if abs(value) < 1e18 else None

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def json(self, name: str, what: str) -> object:
        """The decoded value, None when it is not there. `what` names it in the refusal."""
        given = self.text(name).strip()
        if not given:
            return None
        try:
            return decode(given)
        except ValueError:
            raise BadRequest(f"can't parse {what} JSON object") from None


def decode(given: str | bytes) -> object:
    """JSON as TDLib reads it: no NaN, not nested beyond measure, and whole characters only.

    :raises ValueError: it is not.
    """
    try:
        decoded: object = json.loads(given, parse_constant=_refuse, parse_float=_finite)
        if "\\u" in str(given):
            # A \uD800 without its other half could neither be kept nor sent.
            encode(decoded).encode()
    except RecursionError:
        raise ValueError("nested too deep") from None
    return decoded


def encode(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is not JSON")


def _finite(given: str) -> float:
    number = float(given)
    return number if math.isfinite(number) else _refuse(given)


def to_integer(given: str) -> int:
    found = _INTEGER.match(given)
    return int(found.group(1)) if found else 0
