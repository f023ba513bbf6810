"""What a check answers: faults, each a JSON path below the checked value and what is wrong there."""

import json
from collections.abc import Callable

Fault = tuple[str, str]
Faults = tuple[Fault, ...]
Check = Callable[[object], Faults]

_LONGEST = 60
_NAMES: dict[type, str] = {bool: "the Boolean", int: "the Integer", float: "the Float", str: "the String"}


def wrong(value: object, expected: str) -> Faults:
    return (("", f"is {shown(value)}, not {expected}"),)


def below(step: str, faults: Faults) -> Faults:
    """The same faults, told from one step further up."""
    return tuple((step + path, sentence) for path, sentence in faults)


def sentences(path: str, faults: Faults) -> list[str]:
    return [f"{path}{step} {sentence}" for step, sentence in faults]


def shown(value: object) -> str:
    """Names a JSON value by its type and, where it is short, its content."""
    if value is None:
        return "null"
    if isinstance(value, dict):
        return f"an Object with the fields {sorted(value)}"
    if isinstance(value, list):
        return f"an Array of {len(value)}"
    if type(value) in _NAMES:
        return f"{_NAMES[type(value)]} {_shortened(json.dumps(value, ensure_ascii=False))}"
    return f"a Python {type(value).__name__}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
