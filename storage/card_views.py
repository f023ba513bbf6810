"""An appeal as its card may show it to one viewer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.levels import Level
from bot.rules.lifecycle import Actor, Role, Status
from bot.rules.steps import role_of
from storage.access import AppealView, access_appeal
from storage.commitments import find_standing_commitment
from storage.common_issues import count_households, find_issue_of
from storage.engine import Session
from storage.history import PastStep, list_steps
from storage.holders import find_holder
from storage.models import Grid, Household, PieceKind
from storage.pieces import list_appeal_pieces
from storage.viewers import Viewer
from storage.writers import find_writer_name


@dataclass(frozen=True)
class CardHome:
    head: str
    address: str
    village: str


@dataclass(frozen=True)
class Promised:
    """`what` is empty also where it may not be told."""

    due_at: datetime
    what: str


@dataclass(frozen=True)
class CardView:
    """`home` None: an appeal that is not for everybody shows no household and no words on its card; `words` are then
    empty too, and whoever may read them opens them by a tap that is logged."""

    appeal_id: int
    epoch: int
    series: str
    number: int
    category: str
    status: Status
    level: Level
    held_as: Role
    is_danger: bool
    due_at: datetime | None
    actors: frozenset[Actor]
    may_open: bool
    home: CardHome | None
    writer: str | None
    """Who wrote it down for the household, where it did not say it itself."""
    words: Sequence[str]
    enclosed: Sequence[PieceKind]
    """What was sent beside words: a voice message, a photo."""
    keywords: Sequence[str]
    steps: Sequence[PastStep]
    promised: Promised | None
    """What waits to be kept."""
    """Whoever holds it may promise a day."""
    sharing: int
    """How many households of a common issue share the matter; 0 where it is in none."""


async def access_card(session: Session, viewer: Viewer, appeal_id: int) -> CardView:
    """Raises NotYours, as `access_appeal` does."""
    view = await access_appeal(session, viewer, appeal_id)
    appeal = view.appeal
    shown = view.is_public and view.shows_words
    pieces = await list_appeal_pieces(session, view) if shown else []
    return CardView(
        appeal_id=appeal.id,
        epoch=appeal.epoch,
        series=appeal.series,
        number=appeal.number,
        category=appeal.category,
        status=Status(appeal.status),
        level=Level(appeal.level),
        held_as=role_of(await find_holder(session, appeal)),
        is_danger=appeal.danger is not None,
        due_at=appeal.due_at,
        actors=view.actors,
        may_open=not view.is_public and view.shows_words,
        home=await _home(session, view) if shown else None,
        writer=await find_writer_name(session, appeal) if shown else None,
        words=[piece.text for piece in pieces if piece.text],
        enclosed=[PieceKind(piece.kind) for piece in pieces if piece.kind != PieceKind.TEXT],
        keywords=view.keywords if shown else (),
        steps=await list_steps(session, view),
        promised=await _promised(session, appeal.id, shows_what=shown),
        sharing=await _sharing(session, appeal.id) if shown else 0,
    )


async def _promised(session: Session, appeal_id: int, *, shows_what: bool) -> Promised | None:
    made = await find_standing_commitment(session, appeal_id)
    return Promised(made.due_at, made.what if shows_what else "") if made else None


async def _sharing(session: Session, appeal_id: int) -> int:
    issue = await find_issue_of(session, appeal_id)
    return await count_households(session, issue.id) if issue else 0


async def _home(session: Session, view: AppealView) -> CardHome:
    household = await session.get_one(Household, view.appeal.household_id)
    village = await session.get_one(Grid, household.grid_id)
    return CardHome(household.head, household.address, village.name)
