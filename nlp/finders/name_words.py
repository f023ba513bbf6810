"""What is known of names, from words/names.toml, made ready once."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from nlp.word_files import words_of

SIGN = "[一-龥]"
_TITLE_REACH = 8


@dataclass(frozen=True)
class NameWords:
    surname: re.Pattern[str]
    sure: frozenset[str]
    ordinary: frozenset[str]
    given: frozenset[str]
    given_too: frozenset[str]
    given_words: frozenset[str]
    never_given: frozenset[str]
    cue_before: re.Pattern[str]
    title_before: re.Pattern[str]
    title_after: re.Pattern[str]
    place_after: re.Pattern[str]
    no_name: re.Pattern[str]
    home_after: re.Pattern[str]
    places: frozenset[str]


@cache
def name_words() -> NameWords:
    words = name_lists()
    titles, signs = one_of(words["titles"]), words["sure_surnames"] + words["surnames"]
    return NameWords(
        surname=re.compile("|".join([*words["double_surnames"], f"[{signs}]"])),
        sure=frozenset([*words["double_surnames"], *words["sure_surnames"]]),
        ordinary=frozenset(words["ordinary_surnames"]),
        given=frozenset(words["given"]),
        given_too=frozenset(words["given_too"]),
        given_words=frozenset(words["given_words"]),
        never_given=frozenset(words["never_given"]),
        cue_before=re.compile(rf"(?:{one_of(words['cues'])})[是叫为:]?[\s“\"'(]?$"),
        title_before=re.compile(rf"(?:{titles})[是叫为:]?\s?$"),
        title_after=re.compile(rf"\s?(?:原|副|老)?(?:镇|乡|村|县|总|第一|党支部|党委)?(?:{titles})"),
        place_after=re.compile(
            f"(?:{one_of(words['things'])})|(?:(?![的在家开和跟是]){SIGN}){{0,6}}(?:{one_of(words['companies'])})"
        ),
        no_name=re.compile(one_of(words["no_names"])),
        home_after=re.compile(
            f"(?:家(?![{words['after_home']}])|(?<=家))(?:的(?=[说骂打来去又也都不没把跟和天老总整昨今前欠偷占霸,。!?]|$))?"
        ),
        places=frozenset(words["places"]),
    )


def is_in_office(words: NameWords, text: str, start: int, end: int) -> bool:
    """Whether a title stands before or after the name text[start:end]."""
    title = words.title_before.search(text, max(0, start - _TITLE_REACH), start)
    return title is not None or words.title_after.match(text, end) is not None


@cache
def name_lists() -> dict[str, Any]:
    return words_of("names")


def one_of(words: list[str]) -> str:
    """The longest first, so that 大娘 is not read as 大."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
