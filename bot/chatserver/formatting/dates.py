_LETTERS = frozenset("tTdDwW")


def format_in_markup(letters: str) -> str | None:
    """The date_time_format of a date in markup, or None if a letter means nothing.

    Asked for a short and a long form at once, the short one wins (FormattedDate.cpp, get_date_flags).
    """
    if not _LETTERS.issuperset(letters):
        return _relative(letters)
    date = next((letter for letter in "dD" if letter in letters), "")
    time = next((letter for letter in "tT" if letter in letters), "")
    return _weekday(letters) + date + time


def format_given(letters: str) -> str | None:
    """The same for an entity that a bot gives: the later letter wins (Client.cpp, get_text_entity_type)."""
    if not _LETTERS.issuperset(letters):
        return _relative(letters)
    date = next((letter for letter in reversed(letters) if letter in "dD"), "")
    time = next((letter for letter in reversed(letters) if letter in "tT"), "")
    return _weekday(letters) + date + time


def _relative(letters: str) -> str | None:
    return "r" if letters in {"r", "R"} else None


def _weekday(letters: str) -> str:
    return "w" if "w" in letters or "W" in letters else ""
