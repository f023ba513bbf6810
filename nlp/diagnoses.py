"""What somebody suffers from. Diseases of campaigns and screenings stay: they are nobody's."""

import re
from collections.abc import Iterator
from functools import cache

from nlp.spans import Sensitive, Span
from nlp.word_files import words_of

_NEAR = 6


def diagnoses_in(text: str) -> Iterator[Span]:
    disease, public = _patterns()
    for match in disease.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if not public.search(around):
            yield Span(match.start(), match.end(), Sensitive.DIAGNOSIS)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = words_of("names")["diagnoses"]
    diseases = "|".join(sorted(words["words"], key=len, reverse=True))
    disease = rf"(?:(?:{words['organs']})?(?:癌症?|肿瘤|恶性肿瘤)|{diseases})(?:{words['stages']})?"
    return re.compile(disease), re.compile("|".join(words["public"]))
