"""The dictionary that a verb was given."""

from pathlib import Path

from bot.rules.errors import Problem
from nlp.dictionary import Dictionary
from nlp.dictionary_file import NoDictionary, read_dictionary


def open_dictionary(path: Path) -> Dictionary:
    """Raises Problem."""
    try:
        return read_dictionary(path)
    except NoDictionary as none:
        raise Problem(str(none)) from None
    except OSError as error:
        raise Problem(f"{error.filename} cannot be read: {error.strerror}.") from None
