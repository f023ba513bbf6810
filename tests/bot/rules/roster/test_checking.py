import pytest

from bot.rules.levels import Level
from bot.rules.roster.burdens import find_burdens
from bot.rules.roster.faults import RosterFaulty
from tests.bot.rules.roster.sheets import check, faults_of, put, tables


def test_a_roster_that_is_right_becomes_values() -> None:
    roster = check(tables())
    assert [grid.level for grid in roster.grids] == [Level.COUNTY, Level.TOWNSHIP, Level.AREA, *[Level.VILLAGE] * 2]
    assert roster.grids[1].lead_nos == ("2", "3")
    assert roster.units[0].categories == ("低保救助", "养老助残")
    assert roster.households[1] == ("H2", "MSG", "王德福", 4, "1组2号", None, "3")


@pytest.mark.parametrize(
    ("table", "row", "column", "cell", "fault"),
    [
        ("grids", 4, "parent", "XX", "grids.csv, row 4: unknown parent XX: no grid has that code."),
        ("grids", 3, "parent", "", "grids.csv, row 3: no parent: one of level county must be named."),
        ("grids", 2, "parent", "XX", "grids.csv, row 2: the county has no parent, but XX is given."),
        ("grids", 5, "parent", "QZ", "grids.csv, row 5: bad level order: its parent must be of level area; QZ is"),
        ("grids", 3, "level", "PROVINCE", "grids.csv, row 3: level is 'PROVINCE'. Known: VILLAGE (村), AREA (工作片)"),
        ("grids", 4, "lead_nos", "", "grids.csv, row 4: no lead: each grid needs at least one official in lead_nos."),
        ("grids", 4, "lead_nos", "99", "grids.csv, row 4: unknown lead 99: no official has that number."),
        ("grids", 3, "lead_nos", "2、2", "grids.csv, row 3: duplicate: lead 2 is named twice."),
        ("grids", 5, "name", " ", "grids.csv, row 5: name is empty."),
        ("officials", 3, "phone", "1380000", "officials.csv, row 3: bad phone '1380000'"),
        ("officials", 3, "phone", "", "officials.csv, row 3: phone is empty."),
        ("households", 3, "code", "H1", "households.csv, row 3: duplicate: code H1 is that of row 2 already."),
        ("households", 2, "phone", "139-0000-000", "households.csv, row 2: bad phone '139-0000-000'"),
        ("households", 2, "village", "XX", "households.csv, row 2: unknown village XX: no grid has that code."),
        ("households", 2, "village", "QZ", "households.csv, row 2: QZ is a township; a household lives in a village."),
        ("households", 2, "cadre_no", "99", "households.csv, row 2: unknown cadre 99: no official has that number."),
        ("households", 4, "members", "两口", "households.csv, row 4: members is '两口'"),
        ("households", 4, "head", "王" * 129, "households.csv, row 4: 王王"),
        ("units", 3, "name", "民政局", "units.csv, row 3: duplicate: the unit of row 2 is called 民政局 too."),
        ("units", 3, "code", "", "units.csv, row 3: code is empty."),
    ],
)
def test_a_fault_is_told_with_file_row_and_reason(table: str, row: int, column: str, cell: str, fault: str) -> None:
    (told,) = faults_of(put(tables(), table, row, column, cell))
    assert told.startswith(fault)


@pytest.mark.parametrize("table", ["grids", "officials", "households", "units"])
def test_a_row_twice_is_a_duplicate(table: str) -> None:
    given = tables()
    given[table].append(given[table][2])
    key, code, row = given[table][0][0], given[table][2][0], len(given[table])
    assert faults_of(given) == [f"{table}.csv, row {row}: duplicate: {key} {code} is that of row 3 already."]


def test_two_counties_are_a_fault() -> None:
    given = tables()
    given["grids"].append(["Y2", "另一县", "县", "", "1"])
    assert faults_of(given) == ["grids.csv, row 7: two counties: Y2 and, in row 2, YS."]


def test_a_roster_without_a_county_is_a_fault() -> None:
    given = tables()
    given["grids"] = given["grids"][:1]
    given["households"] = given["households"][:1]
    assert faults_of(given) == [
        "grids.csv: there is no county. One row must be of level COUNTY, without a parent.",
    ]


def test_a_loop_is_told_once_with_all_its_grids() -> None:
    given = put(tables(), "grids", 3, "parent", "MSG")
    assert faults_of(given) == [
        "grids.csv, row 3: loop: QZ → MSG → P1 → QZ. Each grid's parent must lead up to the county."
    ]


def test_a_household_without_a_cadre_in_a_village_without_a_lead_has_nobody() -> None:
    given = put(tables(), "grids", 6, "lead_nos", "")
    assert "households.csv, row 4: no cadre, and CY has no lead who could take the household." in faults_of(given)


def test_every_fault_is_listed_and_nothing_follows_from_another() -> None:
    given = put(put(tables(), "officials", 4, "phone", "x"), "grids", 5, "level", "?")
    given = put(put(given, "households", 2, "members", "0"), "households", 2, "phone", "1")
    rows = [fault.split(":")[0] for fault in faults_of(given)]
    assert rows == ["grids.csv, row 5", "officials.csv, row 4", "households.csv, row 2", "households.csv, row 2"]


def test_columns_must_be_exactly_those_that_are_known() -> None:
    given = put(tables(), "units", 1, "categories", "身份证号")
    unknown, missing = faults_of(given)
    assert unknown.startswith("units.csv, row 1: there is no column '身份证号' here.")
    assert missing.startswith("units.csv, row 1: missing columns: categories.")


def test_a_column_there_twice_is_a_fault() -> None:
    given = tables()
    for row, cell in zip(given["units"], ("名称", "x", "y"), strict=True):
        row.append(cell)
    assert faults_of(given) == ["units.csv, row 1: the column name is there twice."]


def test_chinese_headers_and_levels_mean_the_same_in_any_order() -> None:
    given = tables()
    given["households"][0] = ["户编码", "所在村", "户主", "人口", "住址", "联系电话", "联系干部编号"]
    given["grids"] = [["上级", "级别", "名称", "编码", "组长编号"]] + [
        [parent, {"COUNTY": "县", "TOWNSHIP": "乡镇", "AREA": "工作片", "VILLAGE": "村"}[level], name, code, leads]
        for code, name, level, parent, leads in given["grids"][1:]
    ]
    assert check(given) == check(tables())


def test_empty_rows_are_passed_over_and_still_counted() -> None:
    given = tables()
    given["households"].insert(1, [""] * 7)
    given["households"].insert(2, [])
    assert len(check(given).households) == 3
    (fault,) = faults_of(put(given, "households", 4, "phone", "1"))
    assert fault.startswith("households.csv, row 4: bad phone")


def test_what_does_not_show_does_not_make_another_name() -> None:
    given = put(tables(), "households", 2, "head", "\u200b王桂兰\u202e ")
    given = put(put(given, "households", 2, "cadre_no", "３"), "households", 2, "phone", "＋86 139 0000 0001")
    assert check(given) == check(tables())


def test_households_without_a_cadre_and_cadres_with_too_many_are_listed() -> None:
    roster = check(tables())
    assert find_burdens(roster, most=1) == (("H3",), (("3", 2),))
    assert find_burdens(roster, most=2) == (("H3",), ())


def test_the_error_ends_with_what_to_do() -> None:
    with pytest.raises(RosterFaulty, match=r"Nothing was imported: 1 fault\. Put the files right"):
        check(put(tables(), "grids", 4, "parent", "XX"))
