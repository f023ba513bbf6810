import re

_LEADING = re.compile(r"0*([0-9]+)")
_DECIMAL = re.compile(r"0|-?[1-9][0-9]{0,18}")


def exact_int(text: str, bits: int) -> int | None:
    """A number written the one canonical way and fitting into so many bits (tdutils misc.h, to_integer_safe)."""
    if _DECIMAL.fullmatch(text) is None:
        return None
    number = int(text)
    return number if -(1 << (bits - 1)) <= number < 1 << (bits - 1) else None


def leading_int(text: str) -> int:
    """The number that the text begins with, 0 if there is none or it does not fit into 32 bits."""
    digits = _LEADING.match(text)
    return 0 if digits is None else exact_int(digits[1], 32) or 0


def ascii_lower(text: str) -> str:
    """Small letters for A to Z alone; every other alphabet stays as it is."""
    return text.translate(_SMALL) if not text.isascii() else text.lower()


_SMALL = {letter: letter + 32 for letter in range(ord("A"), ord("Z") + 1)}
