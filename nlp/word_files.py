"""The word files in nlp/words: whoever knows the county's speech changes them without reading any code."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nlp.plain import plain

_FOLDER = Path(__file__).parent / "words"
_NAMED = "{%s}"


def words_of(file: str) -> dict[str, Any]:
    """The file `words/FILE.toml`, in plain writing, with every {name} replaced by the set of that name in [sets]."""
    words = tomllib.loads(plain((_FOLDER / f"{file}.toml").read_text(encoding="utf-8")))
    sets: Mapping[str, str] = words.pop("sets", {})
    filled: dict[str, Any] = _filled(words, sets)
    return filled


def _filled(value: Any, sets: Mapping[str, str]) -> Any:  # noqa: ANN401 a tree of whatever TOML can hold
    if isinstance(value, str):
        return _phrase(value, sets)
    if isinstance(value, list):
        return [_filled(one, sets) for one in value]
    if isinstance(value, dict):
        return {name: _filled(one, sets) for name, one in value.items()}
    return value


def _phrase(phrase: str, sets: Mapping[str, str]) -> str:
    for name, alternatives in sets.items():
        phrase = phrase.replace(_NAMED % name, alternatives)
    return phrase
