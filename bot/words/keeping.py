"""`huiyin words keep`, `history` and `roll-back`."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.clock import utc_now
from bot.rules.calendar import SHANGHAI
from bot.rules.errors import Problem
from bot.rules.words import WordChange, changed, weight_of
from bot.usecases.keep_word_version import keep_word_version, roll_back_words
from bot.words.arguments import Names, find_category, read_changes
from bot.words.database import read, terminal, write
from nlp.county_words import delivered
from storage.engine import Session
from storage.word_versions import DELIVERED, Version, find_version_in_force, list_versions


def keep(url: str, names: Names, given: str, words: Sequence[str], note: str) -> None:
    """Raises Problem; then nothing is changed."""
    category = find_category(given, names)
    if not (note.strip() and note.isprintable()):
        raise Problem("The note is empty or no line of text. Say why: whoever rolls back will read it.")

    async def work(session: Session) -> Version:
        in_force = changed(delivered(), (await find_version_in_force(session)).changes)
        return await keep_word_version(session, read_changes(category, words, in_force), note.strip(), utc_now())

    _say_kept(write(url, work))


def roll_back(url: str, no: int) -> None:
    """Raises Problem; then nothing is changed."""

    async def work(session: Session) -> Version:
        return await roll_back_words(session, no, utc_now())

    _say_kept(write(url, work))


def show_history(url: str) -> None:
    """Every version with what it changed, oldest first."""
    console = terminal()
    versions = read(url, list_versions)
    for before, version in pairwise((DELIVERED, *versions)):
        moment = version.made_at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") if version.made_at else ""
        console.print(f"version {version.no}, {moment}: {version.note}")
        for line in _differences(before.changes, version.changes):
            console.print(f"  {line}")
    if not versions:
        console.print("The words are as delivered: nobody changed any.")


def _say_kept(version: Version) -> None:
    terminal().print(
        f"Version {version.no} is kept: a service that runs reads by it within ten seconds. "
        f"To undo it: huiyin words roll-back {version.no - 1}"
    )


def _differences(earlier: Iterable[WordChange], later: Iterable[WordChange]) -> Iterable[str]:
    before, after = changed(delivered(), earlier), changed(delivered(), later)
    touched = sorted({(change.category, change.word) for change in (*earlier, *later)})
    for one in (WordChange(category, word, 0) for category, word in touched):
        was, is_ = weight_of(before, one), weight_of(after, one)
        if was != is_:
            yield f"{one.category} {one.word}: {was:g} → {is_:g}"
