"""The county's words changed by its office: each change is a version, and so is going back."""

from collections.abc import Iterable
from datetime import datetime

from bot.rules.errors import Problem
from bot.rules.words import WordChange, laid_over
from nlp.county_words import delivered
from storage.engine import Session
from storage.word_versions import Version, add_version, find_version, find_version_in_force


async def keep_word_version(session: Session, changes: Iterable[WordChange], note: str, now: datetime) -> Version:
    """The version that is in force from now on. Raises Problem where nothing would be other than it is."""
    in_force = await find_version_in_force(session)
    whole = laid_over(in_force.changes, changes, delivered())
    if whole == in_force.changes:
        raise Problem("These words weigh that already. Nothing was changed.")
    return await _add(session, in_force, whole, note, now)


async def roll_back_words(session: Session, no: int, now: datetime) -> Version:
    """A new version that is as `no` was; 0 is the words as delivered. Raises Problem."""
    in_force, back_to = await find_version_in_force(session), await find_version(session, no)
    if back_to is None:
        known = f"from 0 (as delivered) to {in_force.no}" if in_force.no else "0 alone (as delivered)"
        raise Problem(f"There is no version {no}. Known: {known}; huiyin words history tells what each is.")
    if back_to.changes == in_force.changes:
        raise Problem(f"The words are as in version {no} already. Nothing was changed.")
    return await _add(session, in_force, back_to.changes, f"Back to version {no}", now)


async def _add(
    session: Session, in_force: Version, changes: tuple[WordChange, ...], note: str, now: datetime
) -> Version:
    version = Version(in_force.no + 1, changes, note, now)
    if not await add_version(session, version, now):
        raise Problem("Somebody else changed the words in this very moment. Nothing was changed; do it once more.")
    return version
