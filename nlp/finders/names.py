"""Names of private persons in every form. Officials named with their title stay."""

from collections.abc import Iterable, Iterator

from nlp.finders.full_names import full_names_in
from nlp.finders.known_names import known_names_in
from nlp.finders.name_forms import name_forms_in
from nlp.finders.name_words import name_words
from nlp.spans import Sensitive, Span, merged


def names_in(text: str, known: Iterable[str] = (), village: Iterable[str] = ()) -> Iterator[Span]:
    found = [*known_names_in(text, known, village), *name_forms_in(text), *full_names_in(text)]
    yield from with_home(text, merged(found))


def with_home(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """With the household that is named by a name: 张翠花家 is one span."""
    for span in spans:
        home = name_words().home_after.match(text, span.end) if span.kind == Sensitive.NAME else None
        yield Span(span.start, home.end() if home else span.end, span.kind)
