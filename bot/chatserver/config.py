"""What the chat server is told at its start. The composition root fills it in from the settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Limits:
    """Telegram's documented send budgets (core.telegram.org/bots/faq): None switches one off.

    `burst` messages to a private chat may come at once, then one a second.
    """

    per_second: float | None = 30
    per_chat_per_second: float | None = 1
    per_group_per_minute: float | None = 20
    burst: int = 5

    @classmethod
    def off(cls) -> "Limits":
        return cls(None, None, None)


@dataclass(frozen=True)
class BotSeed:
    """A bot that must exist when the server is up, under a token that its service already has."""

    token: str
    name: str
    username: str


@dataclass(frozen=True)
class Config:
    """`public_url` is what one-time links start with; without an `admin_token` there is no admin interface.

    `showcase` names the people of a demo, whose phones `/` hands to whoever opens it on this machine, and says of each
    who they are. What stands
    beside the phones is somebody else's page: `beside` (title, address) next to them, `guide` (address) above them.
    """

    database_url: str
    files: Path
    public_url: str
    admin_token: str | None = None
    faults: bool = False
    limits: Limits = Limits()
    bots: tuple[BotSeed, ...] = ()
    showcase: Mapping[str, str] = field(default_factory=dict)
    beside: tuple[str, str] | None = None
    guide: str | None = None
    max_upload: int = 50 * 1024 * 1024
