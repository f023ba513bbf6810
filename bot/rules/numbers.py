"""Case numbers that can be said aloud."""

COUNTY_SERIES = "县"


def series_of(village: str, *, is_hidden: bool) -> str:
    """Complaints about officials and violence at home are numbered by the county, so that no village shows a gap."""
    return COUNTY_SERIES if is_hidden else village


def number_for_officials(series: str, number: int) -> str:
    return f"{series}-{number}"


def number_for_villagers(series: str, number: int) -> str:
    """They know their village; only the county's series is named."""
    return number_for_officials(series, number) if series == COUNTY_SERIES else f"{number}号"
