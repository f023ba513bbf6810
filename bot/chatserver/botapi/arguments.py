"""A call's arguments: query, form, JSON and multipart bodies all become one map of strings, as on the official server.

Reading is as lenient as there (Client.cpp:get_integer_arg, to_bool): what is no number counts as 0, numbers are
clamped, and only broken JSON is refused.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.chatserver.errors import BadRequest

_INTEGER = re.compile(r"\s*([+-]?\d{1,18})")


@dataclass(frozen=True)
class Upload:
    """A file that came with the call. `path` is a temporary file that the call may move away."""

    filename: str
    content_type: str
    path: Path
    size: int


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
            decoded: object = json.loads(given)
        except (ValueError, RecursionError):
            raise BadRequest(f"can't parse {what} JSON object") from None
        return decoded


def to_integer(given: str) -> int:
    found = _INTEGER.match(given)
    return int(found.group(1)) if found else 0
