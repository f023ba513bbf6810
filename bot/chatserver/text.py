"""Plain text as TDLib takes it in."""

import re

_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
# Line breaks of other kinds, bidi overrides, and combining marks that draw lines through the screen.
_DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")


def clean(text: str) -> str:
    """Without the characters that TDLib drops (misc.cpp:clean_input_string); other control characters become spaces."""
    return _DROPPED.sub("", _CONTROL.sub(" ", text))


# misc.cpp:strip_empty_characters; a name of nothing but the second kind is empty.
_SPACES = re.compile("[\u00a0\u1680\u180e\u2000-\u200a\u202e\u202f\u205f\u2800\u3000\ufffc]")
_EMPTY = re.compile("[ \n\u200b-\u200f\u202e\ufeff\u00a0]*")


def clean_name(text: str, limit: int) -> str:
    """A name or title as TDLib takes it in (misc.cpp:clean_name): one line, single spaces, so many characters."""
    cut = strip_empty(text, limit)
    return " ".join(part for part in re.split("[ \n]+", cut) if part)


def strip_empty(text: str, limit: int) -> str:
    """The text without blanks around it, cut at so many characters; nothing if only blanks were in it."""
    cut = _SPACES.sub(" ", clean(text)).strip(" \n")[:limit].strip(" \n")
    return "" if _EMPTY.fullmatch(cut) else cut
