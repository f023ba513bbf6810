import random
from datetime import date

from bot.simulation.county import Size, make_county
from bot.simulation.people import Deed, Model

DAY = date(2026, 3, 2)


def test_the_same_seed_gives_the_same_people_and_matters() -> None:
    first, second = Model(7), Model(7)
    assert [first.diligence(n) for n in range(20)] == [second.diligence(n) for n in range(20)]
    assert [first.hardness(n) for n in "abcdefgh"] == [second.hardness(n) for n in "abcdefgh"]
    assert first.dice(DAY, "东-1").random() == second.dice(DAY, "东-1").random() != first.dice(DAY, "东-2").random()
    assert first.diligence(1) != Model(8).diligence(1)


def test_the_diligent_get_to_more_and_easy_matters_are_solved_more_often() -> None:
    model, dice = Model(7), random.Random(1)
    officials = sorted(range(200), key=model.diligence)
    appeals = sorted((f"东-{number}" for number in range(200)), key=model.hardness)

    def solved(official: int, appeal: str) -> int:
        return sum(model.deed(dice, official, appeal) is Deed.SOLVE for _ in range(2000))

    assert solved(officials[-1], "东-5") > solved(officials[0], "东-5")
    assert solved(3, appeals[0]) > solved(3, appeals[-1])


def test_nearly_every_household_has_a_cadre_and_every_grid_a_lead() -> None:
    roster = make_county(Size().scaled(0.01), 300, seed=7)
    officials = {official.no for official in roster.officials}
    grids = {grid.code for grid in roster.grids}
    assert {home.cadre_no for home in roster.households[1:]} <= officials
    assert {home.village for home in roster.households} <= grids
    assert all(set(grid.lead_nos) <= officials and grid.lead_nos for grid in roster.grids)
    assert all(grid.parent in grids for grid in roster.grids if grid.parent)
    assert len(roster.households) == 300
