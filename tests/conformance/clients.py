"""The two client libraries as witnesses: each must read what the server wrote with nothing left over."""

import functools
from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin

import telegram
from aiogram.methods import Response
from pydantic import BaseModel, TypeAdapter

from tests.conformance.methods import returned_by

_SCALARS = (bool, int, str)


def parse_with_aiogram(method_or_type: Any, result: object) -> Any:
    """Reads the result of a method (by name), or a type, as aiogram does; asserts that it knew all fields."""
    if isinstance(method_or_type, str):
        envelope = {"ok": True, "result": result}
        parsed = _response(returned_by(method_or_type)).validate_python(envelope).result
    else:
        parsed = _response_free(method_or_type).validate_python(result)
    extras = list(_extras_of_aiogram(parsed, "$"))
    assert not extras, f"aiogram does not know: {', '.join(extras)}"
    return parsed


def parse_with_ptb(method_or_type: Any, result: object) -> Any:
    """The same as python-telegram-bot does. A type is one of `telegram`'s or aiogram's of the same name."""
    annotation = returned_by(method_or_type) if isinstance(method_or_type, str) else method_or_type
    parsed = _read(annotation, result)
    extras = list(_extras_of_ptb(parsed, "$"))
    assert not extras, f"python-telegram-bot does not know: {', '.join(extras)}"
    return parsed


@functools.cache
def _response(returned: Any) -> TypeAdapter[Any]:
    return TypeAdapter(Response[returned])


@functools.cache
def _response_free(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def _read(annotation: Any, result: object) -> Any:
    if get_origin(annotation) is list:
        items = result if isinstance(result, list) else [result]
        return [_read(get_args(annotation)[0], item) for item in items]
    if isinstance(result, _SCALARS):
        return result
    return ptb_type(annotation).de_json(result, None)


def ptb_type(annotation: Any) -> Any:
    """PTB's class of the same name as an aiogram type; for a union of objects, the nearest base of all."""
    if isinstance(annotation, type) and issubclass(annotation, telegram.TelegramObject):
        return annotation
    members = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    names = [member.__name__ for member in members if member not in _SCALARS]
    missing = [name for name in names if not hasattr(telegram, name)]
    if missing:
        raise LookupError(f"python-telegram-bot has no type {' or '.join(missing)}.")
    kinds = [getattr(telegram, name) for name in names]
    return next(base for base in kinds[0].__mro__ if all(issubclass(kind, base) for kind in kinds))


def _extras_of_aiogram(value: object, path: str) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from (f"{path}.{name}" for name in value.model_extra or ())
        for name in value.model_fields_set & type(value).model_fields.keys():
            yield from _extras_of_aiogram(getattr(value, name), f"{path}.{name}")
    else:
        for step, part in _parts(value):
            yield from _extras_of_aiogram(part, path + step)


def _extras_of_ptb(value: object, path: str) -> Iterator[str]:
    if isinstance(value, telegram.TelegramObject):
        yield from (f"{path}.{name}" for name in value.api_kwargs)
        kind: Any = type(value)
        for name in _slots(kind):
            yield from _extras_of_ptb(getattr(value, name, None), f"{path}.{name}")
    else:
        for step, part in _parts(value):
            yield from _extras_of_ptb(part, path + step)


@functools.cache
def _slots(kind: type) -> tuple[str, ...]:
    names = (name for base in kind.__mro__ for name in getattr(base, "__slots__", ()))
    return tuple(name for name in names if name not in ("_bot", "_id_attrs", "api_kwargs"))


def _parts(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, list | tuple):
        yield from ((f"[{place}]", part) for place, part in enumerate(value))
    elif isinstance(value, Mapping):
        yield from ((f".{name}", part) for name, part in value.items())
