"""One cell's text into a value; a cell that cannot be read raises BadCell with the reason."""

import re
import unicodedata

from bot.rules.plain import plain

LONGEST = 128  # characters, as the tables hold them
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_LISTED = re.compile(r"[;;,,、|/\s]+")
_MOST_MEMBERS = 99
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})")


class BadCell(ValueError):
    """The reason, as a fault tells it."""


def text(cell: str) -> str:
    """Without what does not show, which can make one name read as another."""
    shown = plain(cell).replace("\n", " ") if _INVISIBLE.search(cell) else cell
    shown = shown.strip()
    if len(shown) > LONGEST:
        raise BadCell(f"{shown[:20]}… has {len(shown)} characters; at most {LONGEST} are kept.")
    return shown


def code(cell: str) -> str:
    """A code or number: wide characters of a Chinese keyboard are the same as narrow ones."""
    return text(cell if cell.isascii() else unicodedata.normalize("NFKC", cell))


def required(name: str, value: str) -> str:
    if not value:
        raise BadCell(f"{name} is empty.")
    return value


def listed(cell: str) -> tuple[str, ...]:
    """Several in one cell, in their order: 0007;0031 or 低保、医保."""
    return tuple(part for part in _LISTED.split(code(cell)) if part)


def members(cell: str) -> int:
    number = code(cell)
    if not number.isdecimal() or not 1 <= int(number) <= _MOST_MEMBERS:
        raise BadCell(f"members is {cell!r}; it must be how many people live there, 1 to {_MOST_MEMBERS}.")
    return int(number)


def phone(cell: str) -> str:
    """13854900001, or 0539-2251234 for a landline; empty stays empty."""
    digits = re.sub(r"[\s()\-–—.]", "", code(cell))
    digits = re.sub(r"^(?:\+|00)86", "", digits)
    if not digits or _MOBILE.fullmatch(digits):
        return digits
    landline = _LANDLINE.fullmatch(digits)
    if landline is None:
        raise BadCell(f"bad phone {cell!r}: a mobile number has 11 digits, a landline its area code before it.")
    return f"{landline[1]}-{landline[2]}"
