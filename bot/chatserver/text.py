"""Names and other one-line texts as TDLib takes them in."""

import re

from bot.chatserver.formatting.clean import clean_string

# misc.cpp:strip_empty_characters; a name of nothing but the second kind is empty.
_SPACES = re.compile("[\u00a0\u1680\u180e\u2000-\u200a\u202e\u202f\u205f\u2800\u3000\ufffc]")
_EMPTY = re.compile("[ \n\u200b-\u200f\u202e\ufeff\u00a0]*")


def clean_name(text: str, limit: int) -> str:
    """A name or title as TDLib takes it in (misc.cpp:clean_name): one line, single spaces, so many characters."""
    cut = strip_empty(text, limit)
    return " ".join(part for part in re.split("[ \n]+", cut) if part)


def strip_empty(text: str, limit: int) -> str:
    """The text without blanks around it, cut at so many characters; nothing if only blanks were in it."""
    cut = _SPACES.sub(" ", clean_string(text)).strip(" \n")[:limit].strip(" \n")
    return "" if _EMPTY.fullmatch(cut) else cut
