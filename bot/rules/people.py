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


_DOUBLE_SURNAMES = ("欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方", "司徒")


def surname_of(name: str) -> str:
    """By which villagers call an official: 孙 of 孙有田."""
    return name[:2] if name.startswith(_DOUBLE_SURNAMES) and len(name) > len("欧阳") else name[:1]
