"""Names that whoever asks passes in: wherever they stand, an official's too."""

import re
from collections.abc import Iterable, Iterator

from nlp.segment import is_common
from nlp.spans import Sensitive, Span

_FULL = (2, 3, 4)
_GIVEN = 2
_SPACING = r"[\s·.\u200b-\u200f\u2060\ufeff]{0,3}"
_OF_A_PERSON = r"(?=家|叔|婶|嫂|哥|姐|爷|奶|她|他|两口|自己|不在)"


def known_names_in(text: str, known: Iterable[str] = (), village: Iterable[str] = ()) -> Iterator[Span]:
    """`known` names vanish wherever they stand, officials' too, and their given names of two signs alone. Those of the
    whole `village` do the same, except that what is an ordinary word too must speak of a person: in a village of
    three hundred names there is a 卫生 and a 东风."""
    yield from _known_in(text, known)
    yield from _of_village_in(text, village)


def _known_in(text: str, known: Iterable[str]) -> Iterator[Span]:
    for name in filter(None, ("".join(one.split()) for one in known)):
        for form in (name, _given(name)):
            yield from _wherever(form, text)


def _of_village_in(text: str, names: Iterable[str]) -> Iterator[Span]:
    signs = set(text)
    for name in names:
        for form in {name, _given(name)}:
            if len(form) in _FULL and signs.issuperset(form):
                yield from _wherever(form, text, _OF_A_PERSON if is_common(form) else "")


def _given(name: str) -> str:
    return name[1:] if len(name) == _GIVEN + 1 else name


def _wherever(form: str, text: str, follows: str = "") -> Iterator[Span]:
    spaced = _SPACING.join(map(re.escape, form)) + follows
    return (Span(match.start(), match.end(), Sensitive.NAME) for match in re.finditer(spaced, text))
