"""`huiyin words try`: what a change would do to past appeals. Numbers and categories, never what anybody wrote."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.rules.numbers import number_for_officials
from bot.rules.words import WordChange, laid_over
from bot.words.arguments import Names, find_category, read_changes
from bot.words.database import read, terminal
from nlp.categories import OTHER, category_of
from nlp.county_words import delivered, in_force, use_words
from nlp.plain import plain
from storage.engine import Session
from storage.past_appeals import PastAppeal, list_past_appeals
from storage.word_versions import Version, find_version_in_force


@dataclass(frozen=True)
class Tried:
    """A past appeal, and what it is read as before the change and after it."""

    appeal: PastAppeal
    before: str
    after: str


def try_words(url: str, names: Names, given: str, words: Sequence[str], last: int) -> None:
    """Changes nothing. Raises Problem."""

    async def look(session: Session) -> tuple[Version, Sequence[PastAppeal]]:
        return await find_version_in_force(session), await list_past_appeals(session, last)

    category = find_category(given, names)
    version, past = read(url, look)
    use_words(version.changes)
    changes = read_changes(category, words, in_force())
    tried = _tried(past, version.changes, laid_over(version.changes, changes, delivered()))
    console = terminal()
    for line in _lines(tried, names):
        console.print(line)
    console.print(f'Nothing was changed. To keep it: huiyin words keep {category} {" ".join(words)} --note "why"')


def _tried(past: Sequence[PastAppeal], earlier: Iterable[WordChange], later: Iterable[WordChange]) -> Sequence[Tried]:
    with_words = [appeal for appeal in past if appeal.words.strip()]
    before, after = (_categories(with_words, changes) for changes in (earlier, later))
    return [Tried(*one) for one in zip(with_words, before, after, strict=True)]


def _categories(past: Sequence[PastAppeal], changes: Iterable[WordChange]) -> list[str]:
    """What each would be filed under: of what is too unsure the cadre is asked, as bot.usecases.file does."""
    use_words(changes)
    guesses = [category_of(plain(appeal.words)) for appeal in past]
    return [OTHER if guess.abstain else guess.category for guess in guesses]


def _lines(tried: Sequence[Tried], names: Names) -> Iterable[str]:
    moved = [one for one in tried if one.before != one.after]
    yield f"{len(moved)} of the last {len(tried)} appeals with words would change."
    by_move: Mapping[tuple[str, str], list[PastAppeal]] = defaultdict(list)
    for one in moved:
        by_move[one.before, one.after].append(one.appeal)
    for (before, after), appeals in sorted(by_move.items(), key=lambda move: (-len(move[1]), move[0])):
        move = f"{before} {names.get(before, '')} → {after} {names.get(after, '')}"
        yield f"  {move}: {len(appeals)}, {_numbers(appeals)}"
    corrected = [one for one in tried if one.appeal.corrected_to is not None]
    right_before = sum(one.before == one.appeal.corrected_to for one in corrected)
    right_after = sum(one.after == one.appeal.corrected_to for one in corrected)
    yield f"Of {len(corrected)} that somebody corrected: right before {right_before}, right after {right_after}."


def _numbers(appeals: Sequence[PastAppeal]) -> str:
    """Those of the county's own series are counted only: whose they are is not for a list."""
    shown = [number_for_officials(appeal.series, appeal.number) for appeal in appeals if not appeal.is_hidden]
    hidden = len(appeals) - len(shown)
    return ", ".join([*shown, *([f"{hidden} not listed"] if hidden else [])])
