"""Which characters words, tags and addresses are made of (MessageEntity.cpp; tdutils unicode.cpp)."""

import re

_NOT_IN_ADDRESS = "\x20\xa0\u1680\u2000-\u200b\u200e\u200f\u2016-\u206f\u3000"
# A step beyond the source: in Chinese text an address ends where the sentence goes on, as in 看http://example.com。
_CHINESE_STOPS = "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3e\uff40\uff5b-\uff65"
_OUTSIDE = _NOT_IN_ADDRESS + _CHINESE_STOPS
_SEPARATORS = "\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

PATH = re.compile(f'[^\n<>"\xab\xbb{_OUTSIDE}]*')
USER = re.compile(rf"[^\n/\[\]{{}}()'`<>\"@\xab\xbb{_OUTSIDE}]*")
DOMAIN = re.compile(rf"[^\x00-,/:-@\[-^`{{-}}\x7f-\xbf{_OUTSIDE}]*")
DOMAIN_OR_AT = re.compile(rf"[^\x00-,/:-?\[-^`{{-}}\x7f-\xbf{_OUTSIDE}]*")
SCHEME = re.compile(rf"[^\x00-*,./:-@\[-`{{-\x7f{_SEPARATORS}]*")
BAD_PATH_END = ".:;,('?!`"


def is_word(character: str) -> bool:
    return character == "_" or character.isalnum()


def is_tag_letter(character: str) -> bool:
    return (
        character in "_\u200c\xb7" or character.isalpha() or character.isdecimal() or "\u0d80" <= character <= "\u0dff"
    )


def run_end(run: re.Pattern[str], text: str, place: int, limit: int | None = None) -> int:
    """Where a run of such characters that begins at place ends."""
    found = run.match(text, place, len(text) if limit is None else limit)
    return place if found is None else found.end()
