"""Which candidates are addresses (MessageEntity.cpp, fix_url and is_email_address)."""

import re

from bot.chatserver.formatting.characters import BAD_PATH_END
from bot.chatserver.formatting.numbers import ascii_lower
from bot.chatserver.formatting.top_domains import TOP_DOMAINS

_EMAIL = re.compile(
    r"(?:[a-z0-9_-]{0,26}[.+]){0,10}[a-z0-9_-]{1,35}@(?:(?:[a-z0-9][a-z0-9_-]{0,28})?[a-z0-9][.]){1,6}[a-z]{2,8}",
    re.IGNORECASE | re.ASCII,
)
_SCHEME = re.compile(r"(?:https?|ftp|tonsite)://", re.IGNORECASE | re.ASCII)
_DOMAIN = re.compile(r"[^/?#]*")
_OCTET = r"(?:[1-9]?[0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])"
_IPV4 = re.compile(rf"{_OCTET}(?:\.{_OCTET}){{3}}")
_PUNYCODE = re.compile(r"xn--[A-Za-z0-9]{2,}")
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_LONGEST_PART = 63
# A name one stroke away from Telegram's own.
_LOOKALIKE = "teiegram.org"


def is_email(candidate: str) -> bool:
    return _EMAIL.fullmatch(candidate) is not None


def url_length(candidate: str) -> int:
    """How much of the candidate is an address, 0 if it is none."""
    scheme = _SCHEME.match(candidate)
    begin = scheme.end() if scheme is not None else 0
    found = _DOMAIN.match(candidate, begin)
    path_begin = found.end() if found is not None else begin
    before, at, after = candidate[begin:path_begin].partition("@")
    domain = after if at else before
    port = domain.rfind(":")
    domain = domain if port < 0 else domain[:port]
    if not _is_domain(domain, has_scheme=scheme is not None):
        return 0
    return path_begin + _path_length(candidate[path_begin:])


def _path_length(path: str) -> int:
    """Up to a bracket that closes what was never opened, without punctuation at the end."""
    depth = dict.fromkeys(_BRACKETS.values(), 0)
    for place, character in enumerate(path):
        if character in depth:
            depth[character] += 1
        elif character in _BRACKETS:
            depth[_BRACKETS[character]] -= 1
            if depth[_BRACKETS[character]] < 0:
                path = path[:place]
                break
    return len(path.rstrip(BAD_PATH_END))


def _is_domain(domain: str, *, has_scheme: bool) -> bool:
    parts = domain.split(".")
    if len(parts) == 1 or ascii_lower(domain) == _LOOKALIKE or not all(map(_is_part, parts)):
        return False
    if _IPV4.fullmatch(domain) is not None:
        return True
    if domain.replace(".", "").isdecimal() and domain.isascii():
        return False
    return _is_top(parts[-1], has_scheme=has_scheme) and "_" not in parts[-2]


def _is_part(part: str) -> bool:
    return 0 < len(part.encode()) <= _LONGEST_PART and not part.endswith("-")


def _is_top(name: str, *, has_scheme: bool) -> bool:
    if len(name) == 1:
        return False
    if name.startswith("xn--"):
        return _PUNYCODE.fullmatch(name) is not None
    if "_" in name or "-" in name:
        return False
    return has_scheme or _is_common(name)


def _is_common(name: str) -> bool:
    """Not when only its first letter is a capital: then it begins the next sentence."""
    small = name.lower()
    if small != name and small[1:] == name[1:]:
        return False
    return small in TOP_DOMAINS
