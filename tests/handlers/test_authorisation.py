"""Everybody tries every verb in every state over chat: what the table does not allow is refused, logged, and changes
nothing. Made-up data of buttons does nothing either."""

import logging
from collections.abc import Awaitable, Callable
from random import Random

import pytest
from sqlalchemy import Select, func, select

from bot.rules.lifecycle import Action, Actor, Role, Status
from bot.rules.transitions import TABLE
from storage.models import Appeal, AppealEvent, Letter, OpenQuestion
from tests.bot.usecases.conftest import settled, village
from tests.bot.usecases.village import Village
from tests.handlers.button_table import ALL_VERBS
from tests.handlers.ladder_scenes import at_the_county, climbed, written_without_a_phone
from tests.handlers.scenes import referred
from tests.handlers.test_wrong_hands import engine, everything, notices
from tests.storage.county import CADRE, DAYONG, GUILAN, INSPECTOR, MAYOR, OFFICE, VILLAGE_LEAD, XIUYING

pytestmark = pytest.mark.long

__all__ = ["engine", "settled", "village"]

STRANGER = 9999
PEOPLE = (GUILAN, DAYONG, CADRE, VILLAGE_LEAD, MAYOR, INSPECTOR, OFFICE, STRANGER)
VERBS = {
    "accept": Action.ACCEPT,
    "ask_back": Action.ASK_BACK,
    "extend": Action.EXTEND,
    "refer": Action.REFER,
    "return": Action.RETURN,
    "escalate": Action.ESCALATE,
    "take_over": Action.TAKE_OVER,
    "call_in": Action.CALL_IN,
    "forward_up": Action.FORWARD_UP,
    "categorize": Action.RECLASSIFY,
    "keep_private": Action.MAKE_PRIVATE,
    "urge": Action.URGE,
    "withdraw_surely": Action.WITHDRAW,
    "bring_back": Action.REOPEN,
}
"""Buttons that begin a step, or are one."""
_NOT_BY_THIS_BUTTON = {
    "bring_back": frozenset({Actor.AUTHOR}),  # who says something new
    "withdraw_surely": frozenset({Actor.WRITER}),  # who has a button of their own
    "urge": frozenset({Actor.WRITER}),  # who speaks for a household by office
}
_NOWHERE_TO_GO = {
    ("with the village's lead", VILLAGE_LEAD, "take_over"),  # from themselves
    ("with the county", OFFICE, "take_over"),
    ("with the county", OFFICE, "escalate"),  # above it stands forwarding up
    ("forwarded", OFFICE, "escalate"),
}
NOTICES = notices()
Roles = dict[int, frozenset[Actor]]


def _roles(held_by: int, **more: Actor) -> Roles:
    """Of the cast, before an appeal of 王桂兰's that is in somebody's hands."""
    by_user = {GUILAN: {Actor.AUTHOR}, OFFICE: {Actor.COUNTY_OFFICE}}
    by_user.setdefault(held_by, set()).add(Actor.HOLDER)
    return {user: frozenset(roles) for user, roles in by_user.items()}


async def _filed(village: Village) -> int:
    return (await village.file()).id


async def _tapped(village: Village, user: int, *verbs: str) -> int:
    appeal = await village.file()
    for verb in verbs:
        await village.taps(user, verb, appeal.id, appeal.epoch)
    return appeal.id


async def _accepted(village: Village) -> int:
    return await _tapped(village, CADRE, "accept")


async def _asked(village: Village) -> int:
    appeal_id = await _tapped(village, CADRE, "ask_back")
    await village.says(CADRE, "存折尾号是多少?")
    return appeal_id


async def _answered(village: Village) -> int:
    appeal = await village.file()
    await village.says(CADRE, "明天上门", reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, "outcome-solved")
    return appeal.id


async def _half_solved(village: Village) -> int:
    appeal_id = await _answered(village)
    await village.taps_last(GUILAN, "verdict-half")
    return appeal_id


async def _closed(village: Village) -> int:
    appeal_id = await _answered(village)
    await village.taps_last(GUILAN, "verdict-solved")
    return appeal_id


async def _withdrawn(village: Village) -> int:
    return await _tapped(village, GUILAN, "withdraw_surely")


async def _escalated(village: Village) -> int:
    return (await climbed(village)).row


async def _referred(village: Village) -> int:
    return (await referred(village)).row


async def _at_the_county(village: Village) -> int:
    return (await at_the_county(village)).row


async def _forwarded(village: Village) -> int:
    aim = await at_the_county(village)
    await village.taps(OFFICE, "forward_up", aim.row, aim.epoch)
    await village.says(OFFICE, "建议列入明年计划")
    return aim.row


async def _resting(village: Village) -> int:
    aim = await at_the_county(village)
    appeal = await village.county.session.get_one(Appeal, aim.row)
    await village.says(OFFICE, "办不成", reply_to=await village.card(OFFICE, appeal))
    await village.taps_last(OFFICE, "outcome-solved")
    await village.taps_last(GUILAN, "verdict-not-solved")
    return aim.row


async def _written(village: Village) -> int:
    return (await written_without_a_phone(village)).row


Scene = Callable[[Village], Awaitable[int]]
SCENES: dict[str, tuple[Scene, Status, Role, Roles]] = {
    "filed": (_filed, Status.FILED, Role.CADRE, _roles(CADRE)),
    "accepted": (_accepted, Status.ACCEPTED, Role.CADRE, _roles(CADRE)),
    "asked": (_asked, Status.ASKED, Role.CADRE, _roles(CADRE)),
    "half solved": (_half_solved, Status.HALF_SOLVED, Role.CADRE, _roles(CADRE)),
    "answered": (_answered, Status.ANSWERED, Role.CADRE, _roles(CADRE)),
    "closed": (_closed, Status.CLOSED, Role.CADRE, _roles(CADRE)),
    "withdrawn": (_withdrawn, Status.WITHDRAWN, Role.CADRE, _roles(CADRE)),
    "with the village's lead": (
        _escalated,
        Status.ESCALATED,
        Role.LEAD,
        _roles(VILLAGE_LEAD) | {VILLAGE_LEAD: frozenset({Actor.HOLDER, Actor.LEAD})},
    ),
    "with a unit": (_referred, Status.REFERRED, Role.UNIT, _roles(INSPECTOR)),
    "with the county": (_at_the_county, Status.ACCEPTED, Role.COUNTY_OFFICE, _roles(OFFICE)),
    "forwarded": (_forwarded, Status.FORWARDED, Role.COUNTY_OFFICE, _roles(OFFICE)),
    "resting": (_resting, Status.RESTING, Role.COUNTY_OFFICE, _roles(OFFICE)),
    "written by the cadre": (
        _written,
        Status.FILED,
        Role.CADRE,
        {CADRE: frozenset({Actor.HOLDER, Actor.WRITER}), OFFICE: frozenset({Actor.COUNTY_OFFICE})},
    ),
}


@pytest.mark.parametrize("name", SCENES)
async def test_everybody_may_over_chat_what_the_table_says_and_nothing_else(
    village: Village, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    scene, status, held_as, roles = SCENES[name]
    appeal_id = await scene(village)
    appeal = await village.county.session.get_one(Appeal, appeal_id, populate_existing=True)
    assert appeal.status == status
    caplog.set_level(logging.INFO, logger="bot.usecases.refuse")
    wrong = []
    for user in PEOPLE:
        for verb, action in VERBS.items():
            caplog.clear()
            row = TABLE.get((status, action))
            actors = roles.get(user, frozenset[Actor]()) - _NOT_BY_THIS_BUTTON.get(verb, frozenset())
            is_granted = row is not None and bool(row.entitled(actors, held_as))
            may = is_granted and (name, user, verb) not in _NOWHERE_TO_GO
            if await _does(village, user, verb, appeal) != may or bool(caplog.messages) == may:
                wrong.append((user, verb, may))
    assert wrong == []


async def _does(village: Village, user: int, verb: str, appeal: Appeal) -> bool:
    """Whether the tap is granted; all of it is undone, and a refusal left nothing to undo."""
    session, epoch = village.county.session, appeal.epoch
    async with session.begin_nested() as undone:
        before = await _kept(village)
        shown = await village.taps(user, verb, appeal.id, epoch)
        told = shown or await session.scalar(_last_letter(user))
        is_granted = told not in NOTICES
        assert is_granted or await _kept(village) == before, (user, verb)
        if is_granted:
            await undone.rollback()
    if is_granted:
        session.expire_all()
        await session.refresh(appeal)
    return is_granted


def _last_letter(user: int) -> Select[str]:
    return select(Letter.wording).where(Letter.chat_id == user).order_by(Letter.id.desc()).limit(1)


async def _kept(village: Village) -> list[object]:
    """What a step would change. That a refusal changes nothing at all is tried in `test_wrong_hands`."""
    tables = (Appeal.__table__, OpenQuestion.__table__)
    session = village.county.session
    rows = [[tuple(row) for row in await session.execute(select(table))] for table in tables]
    return [*rows, await session.scalar(select(func.max(AppealEvent.id)))]


async def test_made_up_buttons_do_nothing_and_break_nothing(village: Village) -> None:
    """Whatever row and epoch somebody names whom nobody knows."""
    for scene in (_answered, _escalated, _half_solved):
        await scene(village)
    before, random = await everything(village), Random(5)
    rows = [0, 2, 10**18 - 1]
    for verb in ALL_VERBS:
        for row in rows:
            await village.taps(STRANGER, verb, row, random.choice(rows))
    assert await everything(village) == before


@pytest.mark.parametrize(
    "data", ["", "accept", "accept:1", "accept:1:1:1", "Accept:1:1", "accept:-1:1", "accept:1:x", "x" * 64]
)
async def test_what_no_button_of_ours_says_is_heard_by_nobody(village: Village, data: str) -> None:
    await village.file()
    before = await everything(village)
    await village.taps_raw(CADRE, data)
    assert await everything(village) == before


async def test_every_appeal_can_be_found_by_nobody_by_counting(village: Village) -> None:
    """The refusal is the same where there is no such appeal."""
    appeal = await village.file()
    there = await village.taps(XIUYING, "accept", appeal.id, appeal.epoch)
    assert there == await village.taps(XIUYING, "accept", 987654321, 1)
    assert (await village.county.session.scalars(select(Appeal.id))).all() == [appeal.id]
