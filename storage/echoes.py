"""Entries of the echo wall: redacted copies that the household has seen first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, distinct, func, select, update

from bot.rules.errors import NotYours
from bot.rules.lifecycle import Outcome
from bot.rules.wall import EchoForm
from storage.engine import Session
from storage.models import Appeal, Echo, EchoState
from storage.public import public


@dataclass(frozen=True)
class NewEcho:
    """`words` and `answer` are redacted already, and empty where only the category shows."""

    appeal_id: int
    grid_id: int
    form: EchoForm
    category: str
    outcome: Outcome
    words: str
    answer: str
    shows_at: datetime


_ONE_YEAR = timedelta(days=365)
_OF_APPEAL = select(Echo).where(Echo.appeal_id == bindparam("appeal"))
_HOUSEHOLDS = select(func.count(distinct(Appeal.household_id))).where(
    Appeal.grid_id == bindparam("village"),
    Appeal.category == bindparam("category"),
    Appeal.answered_at > bindparam("since"),
    public(),
)
IS_PUBLIC = Echo.appeal_id.in_(select(Appeal.id).where(public()))


async def add_echo(session: Session, new: NewEcho, now: datetime) -> Echo:
    """Shown to the household from now on, to the village not before `shows_at`."""
    echo = Echo(state=EchoState.PREVIEW, preview_at=now, **vars(new))
    session.add(echo)
    await session.flush()
    return echo


async def find_echo(session: Session, appeal_id: int) -> Echo | None:
    return (await session.scalars(_OF_APPEAL, {"appeal": appeal_id})).one_or_none()


async def access_echo(session: Session, echo_id: int) -> Echo | None:
    """Locked: what it may still become is decided by whoever has it."""
    return await session.get(Echo, echo_id, populate_existing=True, with_for_update=True)


async def access_shown_echo(session: Session, appeal_id: int) -> Echo:
    """The appeal's entry, locked. Raises NotYours where it does not stand on the wall, or no longer."""
    query = select(Echo).where(Echo.appeal_id == appeal_id, Echo.state == EchoState.SHOWN, IS_PUBLIC)
    echo = (await session.scalars(query.with_for_update().execution_options(populate_existing=True))).one_or_none()
    if echo is None:
        raise NotYours
    return echo


async def count_households_on_wall(session: Session, village_id: int, category: str, now: datetime) -> int:
    """How many households of the village had such a matter answered within a year."""
    matter = {"village": village_id, "category": category, "since": now - _ONE_YEAR}
    return await session.scalar(_HOUSEHOLDS, matter) or 0


async def list_echoes_to_show(session: Session, now: datetime, limit: int) -> Sequence[Echo]:
    """Previews whose day of silence is over, or that were agreed to; never of a private or barred appeal."""
    query = (
        select(Echo)
        .where(Echo.state == EchoState.PREVIEW, Echo.shows_at <= now, IS_PUBLIC)
        .order_by(Echo.shows_at, Echo.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return (await session.scalars(query)).all()


async def list_wall(session: Session, village_id: int, limit: int, before_id: int | None = None) -> Sequence[Echo]:
    """What the village's page shows, newest first. An appeal made private is gone from it in the same moment."""
    query = select(Echo).where(Echo.grid_id == village_id, Echo.state == EchoState.SHOWN, IS_PUBLIC)
    if before_id is not None:
        query = query.where(Echo.id < before_id)
    return (await session.scalars(query.order_by(Echo.id.desc()).limit(limit))).all()


async def record_echo_agreed(session: Session, echo: Echo, shows_at: datetime, now: datetime) -> bool:
    """The household said yes."""
    return await _move(session, echo, (EchoState.PREVIEW,), agreed_at=now, shows_at=shows_at)


async def record_echo_rewritten(
    session: Session, echo: Echo, form: EchoForm, words: str, answer: str, shows_at: datetime, now: datetime
) -> bool:
    """The preview begins anew with these words."""
    values = {"form": form, "words": words, "answer": answer, "preview_at": now, "agreed_at": None}
    return await _move(session, echo, (EchoState.PREVIEW,), shows_at=shows_at, **values)


async def record_echo_shown(session: Session, echo: Echo, now: datetime) -> bool:
    return await _move(session, echo, (EchoState.PREVIEW,), state=EchoState.SHOWN, shown_at=now)


async def record_echo_withheld(session: Session, echo: Echo, now: datetime) -> bool:
    """The household, or the lead, said no before it was shown."""
    return await _move(session, echo, (EchoState.PREVIEW,), state=EchoState.WITHHELD, withdrawn_at=now)


async def record_echo_withdrawn(session: Session, echo: Echo, now: datetime) -> bool:
    """Everywhere, at once, and with its words: what is withdrawn is nowhere kept for showing."""
    gone = {"state": EchoState.WITHDRAWN, "withdrawn_at": now, "words": "", "answer": ""}
    return await _move(session, echo, (EchoState.PREVIEW, EchoState.SHOWN), **gone)


async def _move(session: Session, echo: Echo, states: tuple[EchoState, ...], **values: object) -> bool:
    """False where the entry is no longer in one of these states."""
    result = await session.execute(
        update(Echo).where(Echo.id == echo.id, Echo.state.in_(states)).values(**values).returning(Echo.id)
    )
    return result.one_or_none() is not None
