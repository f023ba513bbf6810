"""Which household somebody means by a name or a house number."""

import re
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from bot.rules.people import surname_of


class Home(Protocol):
    """`head` is a full name, `address` as the roster writes it: 1组2号."""

    @property
    def head(self) -> str: ...

    @property
    def address(self) -> str: ...


_Home = TypeVar("_Home", bound=Home)


def homes_named(words: str, homes: Sequence[_Home]) -> list[_Home]:
    """Those whose head the words name; where they name none, those at the address; else by the head's given name."""
    ways: tuple[Callable[[str, Home], bool], ...] = (_names_head, _names_address, _names_given_name)
    found = ([home for home in homes if means(words, home)] for means in ways)
    return next((named for named in found if named), [])


def _names_head(words: str, home: Home) -> bool:
    return home.head in words


def _names_address(words: str, home: Home) -> bool:
    """1组2号 is not in 11组2号."""
    return re.search(rf"(?<!\d){re.escape(home.address)}", words) is not None


def _names_given_name(words: str, home: Home) -> bool:
    """Of one sign it would be found in anything."""
    given = home.head.removeprefix(surname_of(home.head))
    return len(given) > 1 and given in words
