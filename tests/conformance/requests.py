"""Strict check of what a client asks: fields of a form are strings, everything else in them is JSON."""

import json
import re
from collections.abc import Iterator
from typing import Any

from aiogram.types import InputFile
from pydantic import BaseModel

from tests.conformance.exchange import Params, Upload
from tests.conformance.faults import Faults, below, shown
from tests.conformance.meaning import entities_lie_in_their_text
from tests.conformance.methods import method_of
from tests.conformance.models import Models, Side, alternatives, is_deprecated

_ATTACHED = "attach://"
_NUMBER = re.compile(r"-?\d+")
_NAME = re.compile(r"@[A-Za-z0-9_]+")
CLIENT_MODELS = Models(Side.CLIENT)


def faults_of_request(method_name: str, params: Params) -> Faults:
    method = method_of(method_name)
    if method is None:
        return (("", f"calls {method_name!r}, which is no method of Bot API 10.0"),)
    faults = [
        (f".{name}", f"is missing; {method.__api_method__} requires it")
        for name, field in method.model_fields.items()
        if field.is_required() and name not in params
    ]
    read = {name: _parameter(method, name, value) for name, value in params.items()}
    for name, (_, wrong) in read.items():
        faults += below(f".{name}", wrong)
    values = {name: value for name, (value, _) in read.items()}
    return tuple(faults) or (*entities_lie_in_their_text(values), *_attachments(method, values))


def _parameter(method: type[BaseModel], name: str, value: object) -> tuple[object, Faults]:
    """What a parameter says, and what is wrong with it."""
    field = method.model_fields.get(name)
    if isinstance(value, Upload) and (field is None or InputFile in alternatives(field.annotation)):
        return value, ()
    if isinstance(value, Upload):
        return value, (("", "is a file, which this parameter does not take"),)
    if field is None or is_deprecated(field):
        return value, (("", "is no parameter of this method in Bot API 10.0"),)
    read, unread = _read(alternatives(field.annotation), value)
    return read, unread or CLIENT_MODELS.field_check(method, name)(read)


def _read(parts: tuple[Any, ...], value: object) -> tuple[object, Faults]:
    """A string of a form is JSON, except where the parameter is a string itself."""
    if not isinstance(value, str) or parts == (str,) or InputFile in parts:
        return value, ()
    if set(parts) == {int, str}:
        return _chat(value)
    try:
        return json.loads(value), ()
    except ValueError:
        return None, (("", f"is {shown(value)}, which is no JSON"),)


def _chat(value: str) -> tuple[object, Faults]:
    if _NUMBER.fullmatch(value):
        return int(value), ()
    return value, () if _NAME.fullmatch(value) else (("", f"is {shown(value)}, neither a number nor an @name"),)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _attachments(method: type[BaseModel], values: Params) -> Faults:
    """Every attach:// names a file part, and every file part is a parameter or attached."""
    uploads = {name for name, value in values.items() if isinstance(value, Upload)}
    named = {
        text.removeprefix(_ATTACHED)
        for value in values.values()
        for text in _strings(value)
        if text.startswith(_ATTACHED)
    }
    missing = [("", f"attaches {name!r}, but no file part bears that name") for name in named - uploads]
    unused = uploads - named - set(method.model_fields)
    return (*missing, *((f".{name}", "is a file that nothing attaches") for name in unused))
