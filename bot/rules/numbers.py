"""Case numbers that can be said aloud."""

import re
import unicodedata

COUNTY_SERIES = "县"
_SAID = re.compile(r"(?:(.+?)[\s\-—–_]+|(\D*))(\d{1,9})\s*号?")


def series_of(village: str, *, is_hidden: bool) -> str:
    """Complaints about officials and violence at home are numbered by the county, so that no village shows a gap."""
    return COUNTY_SERIES if is_hidden else village


def number_for_officials(series: str, number: int) -> str:
    return f"{series}-{number}"


def number_for_villagers(series: str, number: int) -> str:
    """They know their village; only the county's series is named."""
    return number_for_officials(series, number) if series == COUNTY_SERIES else f"{number}号"


def read_number(said: str, home: str) -> tuple[str, int] | None:
    """东-127, 东127号 or, of the own village (`home`), 127: series and number. None for anything else."""
    found = _SAID.fullmatch(unicodedata.normalize("NFKC", said).strip())
    return (found[1] or found[2] or home, int(found[3])) if found else None
