"""What somebody suffers from. Diseases of campaigns and screenings stay: they are nobody's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.spans import Sensitive, Span
from nlp.word_files import words_of

_NEAR = 6
_CLAUSE_ENDS = re.compile(r"[,。!?;\n]")


@dataclass(frozen=True)
class _Patterns:
    named: re.Pattern[str]
    found: re.Pattern[str]
    public: re.Pattern[str]
    beast: re.Pattern[str]
    wanted: re.Pattern[str]
    person: re.Pattern[str]


def diagnoses_in(text: str) -> Iterator[Span]:
    patterns = _patterns()
    for match in patterns.named.finditer(text):
        if not _is_nobodys(patterns, text, match):
            yield Span(match.start(), match.end(), Sensitive.DIAGNOSIS)
    for match in patterns.found.finditer(text):
        before = _CLAUSE_ENDS.split(text[: match.start()])[-1]
        if not patterns.beast.search(before + match.group()):
            yield Span(match.start("disease"), match.end(), Sensitive.DIAGNOSIS)


def _is_nobodys(patterns: _Patterns, text: str, match: re.Match[str]) -> bool:
    if patterns.public.search(text, max(0, match.start() - _NEAR), match.end() + _NEAR):
        return True
    before = _CLAUSE_ENDS.split(text[: match.start()])[-1]
    return patterns.wanted.match(text, match.end()) is not None and not patterns.person.search(before)


@cache
def _patterns() -> _Patterns:
    words = words_of("diagnoses")
    organs, stages = words["organs"], words["stages"]
    diseases = "|".join(sorted(words["words"], key=len, reverse=True))
    named = rf"(?:{words['degrees']})?(?:(?:{organs})?(?:癌症?|恶性肿瘤|肿瘤|结节|囊肿|息肉)|{diseases})(?:{stages})?"
    disease = rf"(?P<disease>(?!(?:{words['unnamed']})+病)[一-龥]{{1,8}}?(?:{words['endings']})(?:{stages})?)"
    return _Patterns(
        re.compile(named),
        re.compile(rf"(?:{words['found']}){disease}"),
        re.compile("|".join(words["public"])),
        re.compile("|".join(words["beasts"])),
        re.compile(rf"的?(?:{'|'.join(words['wanted'])})"),
        re.compile("|".join(words["persons"])),
    )
