"""What papers say, for the county office to review."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_WORDS = Path(__file__).with_name("words.toml")


@cache
def words_of(paper: str) -> dict[str, Any]:
    """By the names of the sentences."""
    found: dict[str, Any] = tomllib.loads(_WORDS.read_text(encoding="utf-8"))[paper]
    return found
