import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def utf16_length(text: str) -> int:
    """The length in UTF-16 code units, in which the Bot API counts offsets, lengths and limits."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of text that an entity covers; a half of a surrogate pair at an edge is left out."""
    start = max(offset, 0)
    units = text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * max(offset + length, start)]
    return units.decode("utf-16-le", "ignore")


class Ruler:
    """Converts places in one text between characters, UTF-16 units and UTF-8 bytes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._wide = [match.start() for match in _WIDE.finditer(text)]
        self._wide_units = [place + before for before, place in enumerate(self._wide)]
        self.length = len(text) + len(self._wide)

    def units(self, character: int) -> int:
        return character + bisect_left(self._wide, character)

    def character(self, unit: int) -> int:
        """The first character that begins at or after the unit."""
        return unit - bisect_left(self._wide_units, unit) + (1 if self.cuts_a_character(unit) else 0)

    def cuts_a_character(self, unit: int) -> bool:
        before = bisect_left(self._wide_units, unit)
        return before > 0 and self._wide_units[before - 1] == unit - 1

    def byte(self, character: int) -> int:
        return len(self._text[:character].encode())
