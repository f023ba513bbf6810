"""A value of several possible types: told apart by a field of fixed values, else by exactly one match."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from tests.conformance.faults import Check, Faults, shown, wrong


@dataclass(frozen=True)
class Member:
    """One of the types that a value may have; `kind` is aiogram's class where it is an object."""

    kind: Any
    check: Check


def union_of(members: Sequence[Member]) -> Check:
    field = _telling_field(members)
    return _matching(members) if field is None else _discriminated(field, members)


def literals(model: type[BaseModel]) -> dict[str, tuple[object, ...]]:
    """The fields of a model that have fixed values, as they stand in JSON."""
    return {
        name: tuple(getattr(value, "value", value) for value in get_args(field.annotation))
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) is Literal
    }


def _telling_field(members: Sequence[Member]) -> str | None:
    if not all(isinstance(member.kind, type) and issubclass(member.kind, BaseModel) for member in members):
        return None
    shared = set.intersection(*(set(literals(member.kind)) for member in members))
    return min(shared, default=None)


def _discriminated(field: str, members: Sequence[Member]) -> Check:
    by_value: dict[object, list[Member]] = {}
    for member in members:
        for value in literals(member.kind)[field]:
            by_value.setdefault(value, []).append(member)
    checks = {value: _matching(chosen) for value, chosen in by_value.items()}
    known = ", ".join(sorted(str(value) for value in checks))

    def check(value: object) -> Faults:
        if not isinstance(value, dict):
            return wrong(value, "an Object")
        told = value.get(field)
        chosen = checks.get(told) if isinstance(told, str | int) else None
        if chosen is None:
            return ((f".{field}", f"is {shown(told)}, which tells no known type; known are: {known}"),)
        return chosen(value)

    return check


def _matching(members: Sequence[Member]) -> Check:
    if len(members) == 1:
        return members[0].check

    def check(value: object) -> Faults:
        found = [member.check(value) for member in members]
        matches = found.count(())
        if matches == 1:
            return ()
        if matches:
            return (("", f"matches {matches} of the possible types, which must be one"),)
        return min(found, key=_distance)

    return check


def _distance(faults: Faults) -> tuple[bool, int]:
    """How far a value is from a type: a fault of the value itself is further than any of its fields'."""
    return any(path == "" for path, _ in faults), len(faults)
