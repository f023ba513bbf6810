"""Versions of the county's words: the newest is in force, and none is ever changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.rules.words import WordChange
from storage.engine import Session
from storage.inserts import insert_new
from storage.models import WordVersion


@dataclass(frozen=True)
class Version:
    """`no` counts from 1; 0 stands for the words as delivered."""

    no: int
    changes: tuple[WordChange, ...]
    note: str = ""
    made_at: datetime | None = None


DELIVERED = Version(0, ())


async def find_version_in_force(session: Session) -> Version:
    newest = select(WordVersion).order_by(WordVersion.id.desc()).limit(1)
    row = (await session.scalars(newest)).one_or_none()
    return _version(row) if row else DELIVERED


async def find_version(session: Session, no: int) -> Version | None:
    row = await session.get(WordVersion, no)
    return _version(row) if row else None if no else DELIVERED


async def list_versions(session: Session) -> Sequence[Version]:
    """Oldest first, without the delivered words."""
    return [_version(row) for row in await session.scalars(select(WordVersion).order_by(WordVersion.id))]


async def add_version(session: Session, version: Version, now: datetime) -> bool:
    """False where somebody else has made a version of that number meanwhile."""
    changes = [[change.category, change.word, change.weight] for change in version.changes]
    row = {"id": version.no, "made_at": now, "note": version.note, "changes": changes}
    return bool(await insert_new(session, WordVersion, [row]))


def _version(row: WordVersion) -> Version:
    return Version(row.id, tuple(WordChange(*change) for change in row.changes), row.note, row.made_at)
