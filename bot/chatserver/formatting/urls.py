import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.chatserver.formatting.characters import (
    BAD_PATH_END,
    DOMAIN,
    DOMAIN_OR_AT,
    PATH,
    SCHEME,
    USER,
    is_word,
    run_end,
)
from bot.chatserver.formatting.numbers import ascii_lower

_PORT = re.compile(r":0*([1-9][0-9]{0,4})(?![0-9])")
_MAX_PORT = 65535
_DOTS = re.compile(r"\.*")
_INNER = re.compile(r"(?:tg|tonsite|ton)://[a-z0-9_-]{1,253}", re.IGNORECASE | re.ASCII)
# Schemes that make an address, and longer words with the same end that make none.
_SCHEMES: tuple[tuple[str, set[str]], ...] = (
    ("http", {"shttp"}),
    ("https", set()),
    ("ftp", {"tftp", "sftp"}),
    ("tonsite", set()),
)


class _Candidate(NamedTuple):
    start: int
    end: int
    good: bool


def find_candidates(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses may stand, from left to right (MessageEntity.cpp, match_urls)."""
    scan = _Scan(text)
    floor = 0
    while 0 <= (dot := text.find(".", floor)) < len(text) - 1:
        if text[dot + 1] == " ":
            floor = dot + 2
            continue
        found = scan.around(dot, floor)
        if found.good and found.end > dot + 1:
            yield found.start, found.end
        floor = run_end(_DOTS, text, found.end) if found.good else text.rfind(".", dot, found.end) + 1


def find_inner_urls(text: str) -> Iterator[tuple[int, int]]:
    """Links that phones open themselves (match_tg_urls)."""
    scan = _Scan(text)
    found = _INNER.search(text)
    while found is not None:
        end = scan.path_end(found.end())
        yield found.start(), end
        found = _INNER.search(text, end)


class _Scan:
    def __init__(self, text: str) -> None:
        self._text = text
        self._reversed = text[::-1]
        self._path = (0, -1, 0)

    def around(self, dot: int, floor: int) -> _Candidate:
        """The address around the dot; nothing before the floor belongs to it."""
        start = self._run_start(DOMAIN, dot, floor)
        domain_end = run_end(DOMAIN_OR_AT, self._text, dot)
        has_user = self._text.rfind("@", dot, domain_end) >= 0
        if has_user:
            start = self._run_start(USER, start, floor)
        end = self.path_end(self._port_end(domain_end))
        while end > dot + 1 and self._text[end - 1] == ".":
            end -= 1
        good = True
        if start > floor and self._text[start - 1] == "@":
            user_start = self._run_start(USER, start - 1, floor)
            good = not has_user and user_start < start - 1
            start = user_start
        scheme_start = self._scheme_start(start, floor)
        return _Candidate(start if scheme_start is None else scheme_start, end, good and scheme_start is not None)

    def path_end(self, place: int) -> int:
        """Where the path that begins at place ends, without the punctuation that follows it; place if there is none."""
        if not self._text.startswith(("/", "?", "#"), place):
            return place
        begin, end, last = self._path
        if not begin <= place + 1 <= end:
            begin, end = place + 1, run_end(PATH, self._text, place + 1)
            last = begin + len(self._text[begin:end].rstrip(BAD_PATH_END))
            # Kept for the marks after it: else a row of "?." would be gone through for each of its marks.
            self._path = begin, end, last
        path_end = max(place + 1, last)
        return path_end if self._text[place] == "/" or path_end > place + 1 else place

    def _port_end(self, place: int) -> int:
        port = _PORT.match(self._text, place)
        return port.end() if port is not None and int(port[1]) <= _MAX_PORT else place

    def _scheme_start(self, start: int, floor: int) -> int | None:
        """Where the address begins with its scheme; None if what stands before it makes it none."""
        if start == floor:
            return start
        if not self._text.endswith("://", floor, start):
            before = self._text[start - 1]
            return None if is_word(before) or before in "/#@" else start
        scheme_end = start - len("://")
        word = ascii_lower(self._text[self._run_start(SCHEME, scheme_end, floor) : scheme_end])
        for scheme, others in _SCHEMES:
            if word.endswith(scheme):
                return None if word in others else scheme_end - len(scheme)
        return None

    def _run_start(self, run: re.Pattern[str], end: int, floor: int) -> int:
        size = len(self._text)
        return size - run_end(run, self._reversed, size - end, size - floor)
