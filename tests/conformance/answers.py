"""Strict check of a server's answers: the envelope, what the method returns, and updates.

Source of the envelope and of the words: the official server, telegram-bot-api, Query.h (JsonQueryOk,
JsonQueryError), Query.cpp:105, Client.cpp:71-205, ClientManager.cpp:76-84 and TDLib's HttpReader.cpp:48-468.
"""

import re
from typing import Any

from aiogram.types import ResponseParameters, Update

from tests.conformance.faults import Check, Faults, below, shown, wrong
from tests.conformance.methods import method_of
from tests.conformance.models import Models, Side, alternatives
from tests.conformance.scalars import true
from tests.conformance.unions import Member, union_of

SERVER_MODELS = Models(Side.SERVER)
# setWebhook and deleteWebhook say in words what they did (Client.cpp:15769, 16058).
_DESCRIBED = ("setwebhook", "deletewebhook")
_PREFIXES = {
    400: "Bad Request: ",
    401: "Unauthorized",
    403: "Forbidden: ",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict: ",
    413: "Request Entity Too Large",
    415: "Unsupported Media Type",
    421: "Misdirected Request",
    429: "Too Many Requests: retry after ",
    431: "Request Header Fields Too Large",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
_FLOODED = re.compile(r"Too Many Requests: retry after ([1-9]\d*)")
_checks: dict[str, Check] = {}


def faults_of_answer(method_name: str, payload: object) -> Faults:
    if not isinstance(payload, dict):
        return wrong(payload, "an Object")
    if payload.get("ok") is True:
        return _success(method_name, payload)
    if payload.get("ok") is False:
        return faults_of_error(payload)
    return ((".ok", f"is {shown(payload.get('ok'))}, not a Boolean"),)


def faults_of_envelope(payload: object) -> Faults:
    """Only that it is a success with a result, or an error: for answers that are wrong on purpose."""
    if not isinstance(payload, dict):
        return wrong(payload, "an Object")
    if payload.get("ok") is True:
        return _fields(payload, {"ok", "result"}, {"description"})
    return faults_of_error(payload)


def faults_of_update(update: object) -> Faults:
    faults = SERVER_MODELS.check_of(Update)(update)
    if faults or not isinstance(update, dict):
        return faults
    if len(update) != 2:
        return (("", f"has the fields {sorted(update)}; an update is update_id and one thing that happened"),)
    return () if update["update_id"] > 0 else ((".update_id", f"is {update['update_id']}, not positive"),)


def faults_of_error(payload: dict[str, Any]) -> Faults:
    faults = _fields(payload, {"ok", "error_code", "description"}, {"parameters"})
    if faults:
        return faults
    code, description = payload["error_code"], payload["description"]
    if type(code) is not int or code not in _PREFIXES:
        return ((".error_code", f"is {shown(code)}; known are {sorted(_PREFIXES)}"),)
    if not isinstance(description, str) or not description.startswith(_PREFIXES[code]):
        return ((".description", f"is {shown(description)}; for {code} it begins with {_PREFIXES[code]!r}"),)
    if description != description.rstrip(": "):
        return ((".description", f"is {shown(description)}, which breaks off"),)
    return _parameters(payload)


def _success(method_name: str, payload: dict[str, Any]) -> Faults:
    method = method_of(method_name)
    if method is None:
        return (("", f"answers {method_name!r}, which is no method of Bot API 10.0, with success"),)
    described = {"description"} if method_name.lower() in _DESCRIBED else set()
    faults = _fields(payload, {"ok", "result"}, described)
    return faults or below(".result", _result_check(method.__api_method__)(payload["result"]))


def _result_check(api_method: str) -> Check:
    if api_method not in _checks:
        method = method_of(api_method)
        returned = method.__returning__ if method else None
        _checks[api_method] = _updates if returned == list[Update] else _returned(returned)
    return _checks[api_method]


def _returned(annotation: Any) -> Check:
    """A method that answers a Boolean answers True; what is not so is an error."""
    parts = alternatives(annotation)
    checks = [Member(part, true if part is bool else SERVER_MODELS.check_of(part)) for part in parts]
    return union_of(checks)


def _updates(value: object) -> Faults:
    if not isinstance(value, list):
        return wrong(value, "an Array")
    faults = tuple(
        fault for place, update in enumerate(value) for fault in below(f"[{place}]", faults_of_update(update))
    )
    if faults:
        return faults
    numbers = [update["update_id"] for update in value]
    return () if numbers == sorted(set(numbers)) else (("", f"has the update ids {numbers}, which do not rise"),)


def _parameters(error: dict[str, Any]) -> Faults:
    told = _FLOODED.fullmatch(error["description"])
    if error["error_code"] == 429:
        expected = {"retry_after": int(told[1])} if told else "an error that says after how many seconds"
        found = error.get("parameters")
        return () if found == expected else ((".parameters", f"is {found}, not {expected}"),)
    if "parameters" not in error:
        return ()
    if error["parameters"] == {}:
        return ((".parameters", "is empty; the official server leaves it out"),)
    return below(".parameters", SERVER_MODELS.check_of(ResponseParameters)(error["parameters"]))


def _fields(payload: dict[str, Any], required: set[str], optional: set[str]) -> Faults:
    if required <= payload.keys() <= required | optional:
        return ()
    return (("", f"has the fields {sorted(payload)}, not {sorted(required)}"),)
