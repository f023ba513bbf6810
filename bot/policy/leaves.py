"""The policy key by key, as it is written and in words that people read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from bot.policy.reading import BUILT_IN, read_table
from bot.rules.accepted import Accepted, Flag, Span, Whole
from bot.rules.terms import Policy


@dataclass(frozen=True)
class Leaf:
    """A key without keys below it. `built_in` None: only the county has it."""

    at: tuple[str, ...]
    value: object
    accepted: Accepted
    built_in: object = None

    @property
    def key(self) -> str:
        return ".".join(self.at)

    @property
    def is_changed(self) -> bool:
        return self.value != self.built_in

    def in_words(self, value: object) -> str:
        """5 working days; nothing where the value says it all."""
        if isinstance(self.accepted, Flag):
            return "yes" if value else "no"
        number = self.accepted.number if isinstance(self.accepted, Span) else self.accepted
        if not isinstance(number, Whole):
            return ""
        return f"{value} {number.unit.removesuffix('s') if value == 1 else number.unit}"


def list_leaves(file: Path | None) -> list[Leaf]:
    """Of a policy that was found good, in the order of the built-in file, then what the county added."""
    built_in = {leaf.at: leaf.value for leaf in _leaves(Policy, read_table(BUILT_IN), ())}
    found = _leaves(Policy, read_table(file or BUILT_IN), ())
    return [Leaf(leaf.at, leaf.value, leaf.accepted, built_in.get(leaf.at)) for leaf in found]


def _leaves(hint: Any, value: Any, at: tuple[str, ...]) -> Iterator[Leaf]:  # noqa: ANN401 typed as in bot.rules.terms
    if hasattr(hint, "__metadata__"):
        yield Leaf(at, value, hint.__metadata__[0])
        return
    for key, inner in value.items():
        below = get_args(hint)[1] if get_origin(hint) is dict else get_type_hints(hint, include_extras=True)[key]
        yield from _leaves(below, inner, (*at, key))
