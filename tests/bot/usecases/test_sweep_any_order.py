"""Whatever order appeals were filed in, however few are swept at once and however often a sweep is killed: the same
county stands there afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import select

from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.usecases.sweep import sweep
from storage.appeals import Reading
from storage.models import Appeal, AppealEvent, Letter
from tests.bot.usecases.village import Village
from tests.storage.cases import file
from tests.storage.county import CADRE, INSPECTOR, VILLAGE_LEAD, XIUYING

SEEDS = range(6)
MOMENTS = (1, 2, 5, 8, 9, 16, 17, 30, 46, 47)
"""Days after the filing."""


@dataclass(frozen=True)
class Run:
    """`order`: of the filing; `kills` of a sweep before one of them is kept."""

    order: Sequence[str]
    at_once: int
    kills: Random | None = None


async def test_any_order_any_batch_and_any_interruption_give_the_same_county(village: Village) -> None:
    labels = list(_matters(village))
    should = await _lived(village, Run(labels, at_once=200))
    assert {appeal["level"] for appeal, _ in should[0].values()} == {"county"}
    assert {wording for _, wording in should[1]} >= {"climbed", "call-unaccepted"}
    for seed in SEEDS:
        random = Random(seed)
        run = Run(random.sample(labels, len(labels)), random.randint(1, len(labels)), random)
        assert await _lived(village, run) == should, f"seed {seed}"


def _matters(village: Village) -> dict[str, dict[str, Any]]:
    """With cadre, village lead and unit; private; one that bars the cadre; of two households."""
    officials = village.cast.officials
    return {
        "plain": {},
        "neighbour": {"household": village.cast.neighbours, "author": XIUYING},
        "private": {"is_private": True},
        "lead": {"holder": Holder(Level.VILLAGE, official=officials[VILLAGE_LEAD], grid="V")},
        "unit": {"holder": Holder(Level.TOWNSHIP, unit="JW")},
        "barred": {"holder": Holder(Level.TOWNSHIP, official=officials[INSPECTOR]), "barred": [officials[CADRE]]},
    }


async def _lived(village: Village, run: Run) -> tuple[dict[str, Any], set[tuple[int, str]]]:
    """The appeals with their histories, by label, and which letters everybody got; all of it is undone again."""
    session, began = village.county.session, village.county.hands.now
    async with session.begin_nested() as undone:
        matters = _matters(village)
        for label in run.order:
            reading = Reading("water", ["水井"], label, "normal")
            await file(village.county, village.cast, **{"reading": reading, **matters[label]})
        for day in MOMENTS:
            village.county.hands.now = began + timedelta(days=day)
            while await _swept(village, run):
                pass
        found = await _stands(village)
        await undone.rollback()
    session.expunge_all()
    village.county.hands.now = began
    return found


async def _swept(village: Village, run: Run) -> bool:
    """Once, maybe after it was killed; whether there may be more."""
    while run.kills and run.kills.random() < 1 / 3:
        async with village.county.session.begin_nested() as killed:
            await sweep(village.later(), run.at_once)
            await killed.rollback()
        village.county.session.expire_all()
    return await sweep(village.later(), run.at_once)


async def _stands(village: Village) -> tuple[dict[str, Any], set[tuple[int, str]]]:
    session = village.county.session
    session.expire_all()
    appeals = {appeal.id: appeal for appeal in await session.scalars(select(Appeal))}
    events = (await session.scalars(select(AppealEvent).order_by(AppealEvent.id))).all()
    told = {(letter.chat_id, letter.wording) for letter in await session.scalars(select(Letter))}
    return {
        appeal.title: (_row(appeal), [_row(event) for event in events if event.appeal_id == appeal.id])
        for appeal in appeals.values()
    }, told


def _row(row: Appeal | AppealEvent) -> dict[str, Any]:
    """Without what only says in which order it was filed."""
    values = {column.name: getattr(row, column.name) for column in row.__table__.columns}
    return {name: value for name, value in values.items() if name not in {"id", "appeal_id", "number"}}
