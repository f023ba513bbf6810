from bot.rules.levels import Level
from bot.rules.roster.short_names import short_names
from bot.rules.roster.values import Grid


def _grid(code: str, name: str, level: Level, parent: str | None) -> Grid:
    return Grid(code, name, level, parent, ("1",))


_ABOVE = (
    _grid("C", "沂水县", Level.COUNTY, None),
    _grid("T1", "泉庄镇", Level.TOWNSHIP, "C"),
    _grid("T2", "夏蔚镇", Level.TOWNSHIP, "C"),
    _grid("A1", "东片", Level.AREA, "T1"),
    _grid("A2", "西片", Level.AREA, "T2"),
)


def _village(code: str, name: str, area: str) -> Grid:
    return _grid(code, name, Level.VILLAGE, area)


def test_a_village_is_called_as_people_say_and_the_county_has_its_own() -> None:
    names = short_names((*_ABOVE, _village("V1", "磨石沟村", "A1"), _village("V2", "东村", "A2")), {})
    assert names == {"C": "县", "V1": "磨石沟", "V2": "东"}


def test_two_of_one_name_are_told_apart_by_their_townships() -> None:
    names = short_names((*_ABOVE, _village("V1", "石桥村", "A1"), _village("V2", "石桥村", "A2")), {})
    assert (names["V1"], names["V2"]) == ("泉庄石桥", "夏蔚石桥")


def test_two_of_one_name_in_one_township_are_told_apart_by_their_codes() -> None:
    names = short_names((*_ABOVE, _village("V1", "石桥村", "A1"), _village("V2", "石桥村", "A1")), {})
    assert (names["V1"], names["V2"]) == ("V1", "V2")


def test_a_name_once_given_stays_and_no_new_village_gets_it() -> None:
    grids = (*_ABOVE, _village("V1", "新石桥村", "A1"), _village("V2", "石桥村", "A2"))
    names = short_names(grids, {"V1": "石桥", "GONE": "泉庄石桥"})
    assert (names["V1"], names["V2"]) == ("石桥", "夏蔚石桥")


def test_no_village_takes_the_countys_series() -> None:
    names = short_names((*_ABOVE, _village("V1", "县村", "A1")), {})
    assert names["V1"] == "泉庄县"
