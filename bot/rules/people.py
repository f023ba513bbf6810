"""Who acts."""

from dataclasses import dataclass

DEFAULT_LANGUAGE = "zh-Hans"


@dataclass(frozen=True)
class Person:
    """Somebody in a chat with a bot of ours. Identity is `user_id` alone; `name` is only what they say."""

    bot_id: int
    user_id: int
    chat_id: int
    name: str
    language: str


def language_of(code: str | None) -> str:
    """The catalogue for a client's IETF language tag; Chinese where nothing else is said."""
    return "en" if (code or "").lower().split("-")[0] == "en" else DEFAULT_LANGUAGE
