"""Every button, tapped by whom it is not for, too late, twice, or with data that was made up: nothing changes, and
the one who tapped is told why."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import select

from bot.rules.errors import Refusal
from handlers import cadre, lead, linking, threads, verdicts, villager
from storage.models import Appeal, Base, Grid, Letter
from tests.bot.usecases.conftest import settled, village
from tests.bot.usecases.village import Village
from tests.handlers.button_table import ALL_VERBS, BUTTONS, ELSEWHERE, EVERYBODY, Button
from tests.handlers.scenes import Aim
from tests.storage.county import CADRE, GUILAN

pytestmark = pytest.mark.long

__all__ = ["settled", "village"]


_TABLES = {t.name: select(t) for t in Base.metadata.sorted_tables if t.name not in {"letters", "accounts"}}
_CHANGES = (("stale", CADRE, "accept"), ("former", CADRE, "escalate"), ("barred", GUILAN, "accuse_filed"))
"""Who does what before the tap."""


@pytest.fixture
def engine() -> str:
    """Who may tap what is decided by the rules, from the same values on both."""
    return "sqlite"


def test_every_verb_has_its_line() -> None:
    assert set(BUTTONS) == set(ALL_VERBS)


@pytest.mark.parametrize(
    "kind", [cadre, lead, threads, verdicts, villager, linking], ids=lambda module: module.__name__
)
async def test_a_button_in_the_wrong_hands_changes_nothing_and_says_why(village: Village, kind: ModuleType) -> None:
    await _house_elsewhere(village)
    began, wrong = village.county.hands.now, {}
    for verb in kind.VERBS:
        async with village.county.session.begin_nested() as undone:
            found = await _try(village, verb, BUTTONS[verb])
            await undone.rollback()
        village.county.session.expunge_all()
        village.county.hands.now = began
        if found:
            wrong[verb] = found
    assert wrong == {}


async def _try(village: Village, verb: str, button: Button) -> dict[str, str]:
    """What is said to each that is not what should be."""
    aim = await button.scene(village)
    others = dict.fromkeys(set(EVERYBODY) - button.may - {aim.by}, aim)
    told = await _refused(village, verb, others)
    should = dict.fromkeys(told, button.others)
    if button.nothing:
        told |= await _refused(village, verb, {aim.by: replace(aim, row=987654321)}, "nothing")
    for case, user, step in _CHANGES:
        if vars(button)[case]:
            told |= await _after(village, user, step, verb, aim, case)
    told["first"] = await _told(village, aim.by, verb, aim)
    should["first"] = told["first"] if told["first"] not in notices() else "no refusal"
    if button.again:
        told |= await _refused(village, verb, {aim.by: aim}, "again")
    should |= {case: vars(button)[case] for case in told.keys() - should.keys()}
    return {case: said for case, said in told.items() if said != should[case]}


async def _after(village: Village, user: int, step: str, verb: str, aim: Aim, case: str) -> dict[str, str]:
    """What the tap is told once somebody has done that with the appeal, which is undone again."""
    session = village.county.session
    async with session.begin_nested() as undone:
        appeal = await session.get_one(Appeal, aim.appeal, populate_existing=True)
        await village.taps(user, step, appeal.id, appeal.epoch)
        said = await _refused(village, verb, {aim.by: aim}, case)
        await undone.rollback()
    return said


async def _refused(village: Village, verb: str, aims: dict[int, Aim], case: str | None = None) -> dict[str, str]:
    """What each tap is told; that is all that it may leave behind."""
    before, letters = await everything(village), await _letters(village)
    said = {user: await _told(village, user, verb, aim) for user, aim in aims.items()}
    after, written = await everything(village), await _letters(village)
    changed = [name for name in after if after[name] != before[name]]
    assert (changed, written - letters - set(said.items())) == ([], set()), f"{verb} changed something for {said}"
    return {case or str(user): told for user, told in said.items()}


async def _told(village: Village, user: int, verb: str, aim: Aim) -> str:
    """By the toast, else by the last letter."""
    shown = await village.taps(user, verb, aim.row, aim.epoch, group=aim.group)
    return shown or (await village.told(user) or ["nothing"])[-1]


async def everything(village: Village) -> dict[str, list[Any]]:
    """All rows of all tables but letters, and accounts: whoever speaks here has one."""
    session = village.county.session
    return {name: sorted(map(repr, await session.execute(whole))) for name, whole in _TABLES.items()}


async def _letters(village: Village) -> set[tuple[int, str]]:
    rows = await village.county.session.execute(select(Letter.chat_id, Letter.wording))
    return {(chat, wording) for chat, wording in rows}


def notices(refusal: type[Refusal] = Refusal) -> set[str]:
    own = {refusal.notice} if hasattr(refusal, "notice") else set()
    return own.union(*(notices(kind) for kind in refusal.__subclasses__()))


async def _house_elsewhere(village: Village) -> None:
    """Another village with a cadre of its own."""
    county = village.county
    official = await county.official(ELSEWHERE, "干事")
    county_grid = (await county.session.scalars(select(Grid).where(Grid.code == "C"))).one()
    there = await county.grid("W", "柳树沟", "village", county_grid, official)
    await county.household("3", there, official)
