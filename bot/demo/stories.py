"""Who lives in the demo and what they say, from stories.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("stories.toml")


@dataclass(frozen=True)
class Story:
    """One matter and its answer. With a `lead`, the cadre passes it up, and the lead answers."""

    villager: str
    cadre: str
    words: str
    answer: str
    lead: str | None = None

    @property
    def answered_by(self) -> str:
        return self.lead or self.cadre


@dataclass(frozen=True)
class Cast:
    """`homes` are codes of households and `offices` numbers of officials, by name; `shown` says who the people are
    whose phones are seen, and `says` what the guide says of a step."""

    homes: dict[str, str]
    offices: dict[str, str]
    shown: dict[str, str]
    stories: tuple[Story, ...]
    says: dict[str, dict[str, str]]

    @property
    def people(self) -> tuple[str, ...]:
        return (*self.homes, *self.offices)


def read_cast() -> Cast:
    told: dict[str, Any] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Cast(
        homes=told["homes"],
        offices=told["offices"],
        shown=told["shown"],
        stories=tuple(Story(**story) for story in told["stories"]),
        says=told["steps"],
    )
