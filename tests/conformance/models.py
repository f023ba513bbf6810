"""Strict checks compiled from the annotations of the installed aiogram, once for each side of the wire."""

import datetime as dt
from collections.abc import Callable
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from aiogram.client.default import Default
from aiogram.types import InputFile
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tests.conformance import facts, meaning, scalars
from tests.conformance.faults import Check, Fault, Faults, below, wrong
from tests.conformance.unions import Member, union_of

_PLAIN: dict[Any, Check] = {
    bool: scalars.boolean,
    float: scalars.decimal,
    int: scalars.integer,
    str: scalars.text,
    dt.datetime: scalars.integer,
    InputFile: scalars.text,
}


class Side(Enum):
    """Who wrote the JSON. Only a server may be expected to leave out what says nothing."""

    CLIENT = "client"
    SERVER = "server"


def alternatives(annotation: Any) -> tuple[Any, ...]:
    """The types that a present value may have: without None, aiogram's defaults and ways to give a time."""
    if get_origin(annotation) is Annotated:
        return alternatives(get_args(annotation)[0])
    if get_origin(annotation) not in (Union, UnionType):
        return (annotation,)
    parts = [part for member in get_args(annotation) for part in alternatives(member)]
    kept = [part for part in parts if part not in (NoneType, Default, dt.timedelta)]
    return tuple(part for part in kept if not (part is dt.datetime and int in kept))


def is_deprecated(field: FieldInfo) -> bool:
    extra = field.json_schema_extra
    return isinstance(extra, dict) and extra.get("deprecated") is True


class Models:
    """Checks for one side of the wire; each model and annotation is compiled once."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._compiled: dict[Any, Check] = {}

    def check_of(self, annotation: Any) -> Check:
        if annotation not in self._compiled:
            self._compiled[annotation] = self._compile(annotation)
        return self._compiled[annotation]

    def field_check(self, owner: type[BaseModel], name: str) -> Check:
        """The check of one field, with what the documentation adds to its annotation."""
        field = owner.model_fields[name]
        if name in facts.ONLY_TRUE.get(owner.__name__, ()):
            return scalars.true
        known = _known_values(owner.__name__, name)
        if known is not None:
            return self._narrowed(field, scalars.one_of(known))
        if _is_date(name, field):
            return scalars.moment_or_never if name in facts.MAY_BE_NEVER else scalars.moment
        if self._side is Side.SERVER and not field.is_required():
            return self._said(owner.__name__, name, alternatives(field.annotation))
        return self.check_of(field.annotation)

    def _narrowed(self, field: FieldInfo, check: Check) -> Check:
        of_list = any(get_origin(part) is list for part in alternatives(field.annotation))
        return scalars.list_of(check, may_be_empty=self._side is Side.CLIENT) if of_list else check

    def _said(self, owner: str, name: str, parts: tuple[Any, ...]) -> Check:
        """An optional field of an answer: left out rather than empty."""
        if parts == (str,) and (owner, name) not in facts.MAY_BE_EMPTY:
            return scalars.filled_text
        if len(parts) == 1 and get_origin(parts[0]) is list:
            return scalars.list_of(self.check_of(get_args(parts[0])[0]), may_be_empty=False)
        return self._union(parts)

    def _compile(self, annotation: Any) -> Check:
        parts = alternatives(annotation)
        if parts != (annotation,):
            return self._union(parts)
        if get_origin(annotation) is list:
            return scalars.list_of(self.check_of(get_args(annotation)[0]))
        if get_origin(annotation) is Literal:
            return scalars.one_of([getattr(value, "value", value) for value in get_args(annotation)])
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self._object(annotation)
        if annotation in _PLAIN:
            return _PLAIN[annotation]
        raise TypeError(f"No strict check is known for the annotation {annotation!r}.")

    def _union(self, parts: tuple[Any, ...]) -> Check:
        kept = [part for part in parts if not (part is InputFile and str in parts)]
        return union_of([Member(part, self.check_of(part)) for part in kept])

    def _object(self, model: type[BaseModel]) -> Check:
        fields: dict[str, Check] = {}
        required = _required(model)
        rules = (meaning.entities_lie_in_their_text, *self._rules(model.__name__))

        def check(value: object) -> Faults:
            if not isinstance(value, dict):
                return wrong(value, f"an Object ({model.__name__})")
            faults: list[Fault] = [_missing(name, model) for name in required if name not in value]
            if not fields:
                fields.update(self._fields(model))
            for name, part in value.items():
                field = fields.get(name)
                found = _present(part, field) if field else _unknown(model)
                if found:
                    faults += below(f".{name}", found)
            return tuple(faults) or _broken(rules, value)

        return check

    def _rules(self, name: str) -> tuple[meaning.Rule, ...]:
        of_server = meaning.OF_SERVER.get(name, ()) if self._side is Side.SERVER else ()
        return meaning.OF_BOTH.get(name, ()) + of_server

    def _fields(self, model: type[BaseModel]) -> dict[str, Check]:
        return {
            field.alias or name: self.field_check(model, name)
            for name, field in model.model_fields.items()
            if not is_deprecated(field)
        }


def _required(model: type[BaseModel]) -> tuple[str, ...]:
    """A fixed value has a default in aiogram, yet it is what tells the type: it must be there."""
    return tuple(
        field.alias or name
        for name, field in model.model_fields.items()
        if field.is_required() or get_origin(field.annotation) is Literal
    )


def _known_values(owner: str, name: str) -> frozenset[object] | None:
    if name == "allowed_updates":
        return facts.UPDATE_KINDS
    if name.endswith("parse_mode"):
        return facts.PARSE_MODES
    return facts.KNOWN_VALUES.get((owner, name))


def _is_date(name: str, field: FieldInfo) -> bool:
    parts = alternatives(field.annotation)
    return (name == "date" or name.endswith("_date")) and parts in ((int,), (dt.datetime,))


def _missing(name: str, model: type[BaseModel]) -> Fault:
    return f".{name}", f"is missing; {model.__name__} requires it"


def _unknown(model: type[BaseModel]) -> Faults:
    return (("", f"is no field of {model.__name__} in Bot API 10.0"),)


def _present(part: object, check: Callable[[object], Faults]) -> Faults:
    return (("", "is null; a field without a value is left out"),) if part is None else check(part)


def _broken(rules: tuple[meaning.Rule, ...], value: dict[str, Any]) -> Faults:
    return tuple(fault for rule in rules for fault in rule(value))
