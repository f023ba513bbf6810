"""How alike two short texts are (rapidfuzz)."""

from rapidfuzz import fuzz

_ALIKE = 80  # of 100: 低保 and 低保户 are alike, 低保 and 医保 are not


def alike(first: str, second: str) -> bool:
    """Whether the two are one word in two forms."""
    return fuzz.ratio(first, second) >= _ALIKE
