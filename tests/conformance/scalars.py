"""Strict checks of single JSON values: neither True nor "1" is an Integer, and milliseconds are no date."""

import math
from collections.abc import Collection

from tests.conformance.faults import Check, Faults, shown, wrong

# Identifiers have at most 52 significant bits (Bot API, "User.id").
_LARGEST = 2**52
# From Telegram's launch, 14 August 2013, to the year 2100: the same moment in milliseconds lies far outside.
_FIRST_SECOND, _LAST_SECOND = 1_376_438_400, 4_102_444_800


def integer(value: object) -> Faults:
    if type(value) is not int:
        return wrong(value, "an Integer")
    return () if -_LARGEST < value < _LARGEST else wrong(value, "an Integer of at most 52 bits")


def decimal(value: object) -> Faults:
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return ()
    return wrong(value, "a Float")


def boolean(value: object) -> Faults:
    return () if isinstance(value, bool) else wrong(value, "a Boolean")


def true(value: object) -> Faults:
    return () if value is True else wrong(value, "True, the only value here")


def text(value: object) -> Faults:
    if not isinstance(value, str):
        return wrong(value, "a String")
    if value.isascii():
        return ()
    try:
        value.encode()
    except UnicodeEncodeError:
        return (("", "holds half of a surrogate pair, which is no valid UTF-8"),)
    return ()


def filled_text(value: object) -> Faults:
    return (("", "is empty; the official server leaves the field out"),) if value == "" else text(value)


def moment(value: object) -> Faults:
    """A Unix time in whole seconds."""
    if type(value) is int and _FIRST_SECOND <= value <= _LAST_SECOND:
        return ()
    return wrong(value, "a Unix time in whole seconds between 2013 and 2100")


def moment_or_never(value: object) -> Faults:
    return () if type(value) is int and value == 0 else moment(value)


def one_of(values: Collection[object]) -> Check:
    """Only these values, each of exactly its own type: `True` is not 1."""
    known = {(type(value), value) for value in values}
    listed = ", ".join(sorted(str(value) for value in values))

    def check(value: object) -> Faults:
        if isinstance(value, str | int) and (type(value), value) in known:
            return ()
        return (("", f"is {shown(value)}; known are: {listed}"),)

    return check


def list_of(item: Check, *, may_be_empty: bool = True) -> Check:
    def check(value: object) -> Faults:
        if not isinstance(value, list):
            return wrong(value, "an Array")
        if not value and not may_be_empty:
            return (("", "is an empty Array; the official server leaves the field out"),)
        return tuple(
            (f"[{place}]{path}", sentence) for place, part in enumerate(value) for path, sentence in item(part)
        )

    return check
