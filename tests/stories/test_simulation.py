"""Four months of a small synthetic county: what the register counts is what the histories tell."""

from dataclasses import replace

import pytest

from bot.rules.levels import Level
from bot.rules.register import Register
from bot.rules.terms import Policy
from bot.simulation.command import simulate
from bot.simulation.county import Size
from bot.simulation.life import DAYS
from bot.simulation.parts import County, live
from tests.bot.rules.calendars import POLICY

pytestmark = pytest.mark.long

SCALE = 0.002


def halved(policy: Policy) -> Policy:
    solve = replace(policy.deadlines.solve, cadre=2)
    return replace(policy, deadlines=replace(policy.deadlines, solve=solve))


def lived(policy: Policy) -> Register:
    return simulate(policy, SCALE, seed=7)


def test_the_register_adds_up_and_the_cadres_days_move_it() -> None:
    """That it equals a recount from the histories, the simulation itself sees to."""
    register, hurried = lived(POLICY), lived(halved(POLICY))
    for count in (*register.values(), *hurried.values()):
        assert count.received == count.solved + count.otherwise + count.passed_on + count.open
    cadre = register[Level.CADRE]
    assert sum(count.received - count.passed_on for count in register.values()) == Size().scaled(SCALE).appeals
    assert cadre.solved > register[Level.VILLAGE].solved > 0
    assert hurried[Level.CADRE].solved < cadre.solved
    assert hurried[Level.VILLAGE].received > register[Level.VILLAGE].received


def test_the_table_is_the_same_however_many_processes_share_the_work() -> None:
    county = County(POLICY, Size(townships=2, areas=4, villages=5, cadres=20, appeals=16), seed=7)
    days: list[int] = []
    register = live(county, 2, days.append)
    assert register == live(county, 1, lambda _: None)
    assert sum(count.received - count.passed_on for count in register.values()) == 16
    assert days == sorted(days)
    assert days[-1] == 2 * DAYS
