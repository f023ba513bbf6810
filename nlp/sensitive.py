"""All that leads to a person in a text: the one place that knows every finder."""

from collections.abc import Iterable

from nlp.finders.accounts import accounts_in
from nlp.finders.diagnoses import diagnoses_in
from nlp.finders.houses import houses_in
from nlp.finders.known_names import known_names_in
from nlp.finders.learnt import learnt_in
from nlp.finders.names import names_in, with_home
from nlp.finders.numbers import numbers_in
from nlp.plain import plain
from nlp.spans import Span, merged


def sensitive_in(text: str, known_names: Iterable[str] = (), village_names: Iterable[str] = ()) -> tuple[Span, ...]:
    """Apart and in order, as places in the text as it was given.

    `known_names` are those of whoever speaks (head and members of the household, the official): all vanish.
    `village_names` are all others that may be meant, as in `nlp.finders.known_names`.
    """
    written = plain(text)
    found = found_by_rules(written)
    known = known_names_in(written, map(plain, known_names), map(plain, village_names))
    return merged([*found, *with_home(written, [*known, *learnt_in(written, found)])])


def found_by_rules(text: str) -> tuple[Span, ...]:
    """In a text in plain writing, by what is written by hand alone."""
    found = [*numbers_in(text), *accounts_in(text), *houses_in(text), *diagnoses_in(text), *names_in(text)]
    return merged(found)
