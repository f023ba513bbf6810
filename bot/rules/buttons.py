"""Buttons under a message, and what a tap on one brings back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

CARD_VERBS = frozenset(
    {"accept", "escalate", "return", "categorize", "cadre_more", "open", "files", "commit", "issue", "story"}
)
"""Of the buttons below an official's card: their id is the appeal's."""
MOST_BYTES = 64  # of callback data (Bot API, InlineKeyboardButton)
_DATA = re.compile(r"([a-z_]+):(\d{1,18}):(\d{1,18})", re.ASCII)  # as many digits as a database holds


@dataclass(frozen=True)
class Button:
    """`label` is a sentence of the catalogue, `data` what it shows, days as letters keep them. `epoch` is that of the
    appeal when the button was written, so that a tap on what has changed since is known. Whether it is granted is
    decided at the tap."""

    label: str
    verb: str
    id: int = 0
    epoch: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not _DATA.fullmatch(self.callback_data) or len(self.callback_data) > MOST_BYTES:
            raise ValueError(f"{self.callback_data!r} cannot be a button's data: small letters, and two numbers.")

    @property
    def callback_data(self) -> str:
        return f"{self.verb}:{self.id}:{self.epoch}"


@dataclass(frozen=True)
class Tap:
    verb: str
    id: int
    epoch: int


def read_tap(callback_data: str | None) -> Tap | None:
    """None for what none of our buttons says: a client may send anything."""
    found = _DATA.fullmatch(callback_data or "")
    return Tap(found[1], int(found[2]), int(found[3])) if found else None
