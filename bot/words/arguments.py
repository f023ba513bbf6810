"""What the office types: a category by its code or name, and WORD=WEIGHT."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from bot.policy import read_policy
from bot.rules.errors import Problem
from bot.rules.words import HEAVIEST, Weights, WordChange, weight_of
from nlp.categories import county_dictionary
from nlp.phrases import Phrasebook
from nlp.plain import plain

Names = Mapping[str, str]  # by code what people call the category


def category_names(policy: Path | None) -> Names:
    """Those that the words can tell apart. Raises PolicyFaulty."""
    named = read_policy(policy).categories
    return {code: named[code].name if code in named else code for code in county_dictionary().labels}


def find_category(given: str, names: Names) -> str:
    """Its code. Raises Problem."""
    by_name = {name: code for code, name in names.items()}
    code = given if given in names else by_name.get(given)
    if code is None:
        known = ", ".join(f"{code} {name}" for code, name in names.items())
        raise Problem(f"{given!r} is no category that words are known for. Name one of these: {known}.")
    return code


def read_changes(category: str, given: Sequence[str], weights: Weights) -> tuple[WordChange, ...]:
    """`weights` are the words as they are now. Raises Problem."""
    changes = tuple(_change(category, one) for one in given)
    _refuse_twice(change.word for change in changes)
    for change in changes:
        if not (change.weight or weight_of(weights, change)):
            raise Problem(
                f"{change.word} is no hand-written word of {category}, so it cannot be taken away. "
                f"These are: huiyin words show {category}"
            )
    return changes


def _change(category: str, given: str) -> WordChange:
    word, sign, weight = plain(given).rpartition("=")
    if not sign:
        raise Problem(f"{given!r} has no weight. Write WORD=WEIGHT, as in 塘坝=4; 塘坝=0 takes the word away.")
    return WordChange(category, _word(word.strip()), _weight(given, weight))


def _word(word: str) -> str:
    try:
        Phrasebook({"": [word]})
    except ValueError as empty:
        raise Problem(f"{empty} It would be found in any text.") from None
    if not word.isprintable() or not all(map(_tells, word.replace("…", "|").split("|"))):
        raise Problem(
            f"The phrase {word!r} has a word without a letter or digit. It would be found in nearly any text."
        )
    return word


def _tells(word: str) -> bool:
    return any(sign.isalnum() for sign in word)


def _weight(given: str, weight: str) -> float:
    with suppress(ValueError):
        if 0 <= (number := float(weight)) <= HEAVIEST:
            return number
    raise Problem(f"{given!r}: a weight is a number from 0 to {HEAVIEST}. The words as delivered have 2, 4 and 6.")


def _refuse_twice(words: Iterable[str]) -> None:
    seen: set[str] = set()
    for word in words:
        if word in seen:
            raise Problem(f"{word} is given twice. Give it one weight.")
        seen.add(word)
