"""Plain text as TDLib takes it in."""

import re

_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
# Line breaks of other kinds, bidi overrides, and combining marks that draw lines through the screen.
_DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")


def clean(text: str) -> str:
    """Without the characters that TDLib drops (misc.cpp:clean_input_string); other control characters become spaces."""
    return _DROPPED.sub("", _CONTROL.sub(" ", text))
