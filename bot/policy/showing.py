"""`huiyin policy check` and `show`: is the policy good, and what does it say."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from rich.console import Console

from bot.official_calendar import read_rules
from bot.policy.leaves import Leaf, list_leaves
from bot.policy.reading import BUILT_IN

_COMMENT_AT = 32  # columns


def check(file: Path | None) -> None:
    """Says that a service would start with it, and what it changes. Raises PolicyFaulty, YearNotCovered."""
    read_rules(file)
    _print([_verdict(file or BUILT_IN, [leaf.key for leaf in list_leaves(file) if leaf.is_changed])])


def show(file: Path | None) -> None:
    """As a file of TOML that says the same again. Raises PolicyFaulty, YearNotCovered."""
    read_rules(file)
    _print(_lines(list_leaves(file)))


def _verdict(file: Path, changed: list[str]) -> str:
    if not changed:
        return f"{file} is good; it says what the built-in policy says."
    differ = "1 key differs" if len(changed) == 1 else f"{len(changed)} keys differ"
    return f"{file} is good; {differ} from the built-in policy: {', '.join(changed)}."


def _lines(leaves: Iterable[Leaf]) -> Iterator[str]:
    for table, inside in groupby(leaves, key=lambda leaf: leaf.at[0]):
        yield f"[{table}]"
        yield from map(_line, inside)
        yield ""


def _line(leaf: Leaf) -> str:
    written = f"{'.'.join(leaf.at[1:])} = {_toml(leaf.value)}"
    remarks = [remark for remark in (leaf.in_words(leaf.value), _mark(leaf)) if remark]
    return f"{written:<{_COMMENT_AT}}# {'; '.join(remarks)}" if remarks else written


def _mark(leaf: Leaf) -> str:
    """What the county changed is seen, and from what."""
    if not leaf.is_changed:
        return ""
    if leaf.built_in is None:
        return "the county's own"
    return f"changed by the county from {leaf.in_words(leaf.built_in) or _toml(leaf.built_in)}"


def _toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def _print(lines: Iterable[str]) -> None:
    console = Console(highlight=False, markup=False, soft_wrap=True)
    for line in lines:
        console.print(line)
