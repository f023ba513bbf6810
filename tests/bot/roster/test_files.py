from pathlib import Path

import pytest
import xlsxwriter

from bot.roster.files import read_files
from bot.rules.errors import Problem
from bot.rules.roster.checking import check_roster
from bot.rules.roster.faults import RosterFaulty
from tests.bot.rules.roster.sheets import Tables, check, tables


def _folder(place: Path, given: Tables, encoding: str = "utf-8", names: dict[str, str] | None = None) -> Path:
    for table, rows in given.items():
        text = "\r\n".join(",".join(row) for row in rows)
        (place / f"{(names or {}).get(table, table)}.csv").write_bytes(text.encode(encoding))
    return place


def _spreadsheet(file: Path, given: Tables, names: dict[str, str] | None = None) -> Path:
    book = xlsxwriter.Workbook(str(file), {"strings_to_numbers": True})
    for table, rows in given.items():
        sheet = book.add_worksheet((names or {}).get(table, table))
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_is_read_in_every_encoding_that_offices_save(tmp_path: Path, encoding: str) -> None:
    assert check_roster(*read_files(_folder(tmp_path, tables(), encoding))) == check(tables())


def test_a_spreadsheet_whose_numbers_are_numbers_is_the_same_roster(tmp_path: Path) -> None:
    assert check_roster(*read_files(_spreadsheet(tmp_path / "county.xlsx", tables()))) == check(tables())


def test_files_and_sheets_may_have_chinese_names(tmp_path: Path) -> None:
    chinese = {"grids": "网格", "officials": "干部", "households": "户", "units": "责任单位"}
    book = _spreadsheet(tmp_path / "county.xlsx", tables(), chinese)
    folder = _folder(tmp_path, tables(), names=chinese)
    assert check_roster(*read_files(book)) == check_roster(*read_files(folder)) == check(tables())


def test_a_fault_in_a_spreadsheet_names_sheet_and_row(tmp_path: Path) -> None:
    given = tables()
    given["households"].insert(1, [""] * 7)
    given["households"][2][5] = "12"
    with pytest.raises(RosterFaulty, match=r"county\.xlsx, sheet households, row 3: bad phone '12'"):
        check_roster(*read_files(_spreadsheet(tmp_path / "county.xlsx", given)))


def test_a_cell_with_commas_and_line_breaks_is_one_cell(tmp_path: Path) -> None:
    folder = _folder(tmp_path, tables())
    file = folder / "households.csv"
    file.write_text(file.read_text().replace("1组1号", '"1组1号,\n大槐树下"'))
    assert check_roster(*read_files(folder)).households[0].address == "1组1号, 大槐树下"


def test_missing_doubled_and_unreadable_files_are_all_told_at_once(tmp_path: Path) -> None:
    given = tables()
    folder = _folder(tmp_path, given)
    (folder / "units.csv").unlink()
    (folder / "网格.csv").write_text("")
    (folder / "officials.csv").write_bytes(b"no,name\n\xff\xff\xff")
    with pytest.raises(RosterFaulty) as told:
        check_roster(*read_files(folder))
    reasons = "\n".join(map(str, told.value.faults))
    assert "units.csv (责任单位.csv or 单位.csv) is missing." in reasons
    assert "has grids.csv and 网格.csv; which of them is meant?" in reasons
    assert "officials.csv: is neither UTF-8 nor GB18030." in reasons
    assert len(told.value.faults) == 3


def test_a_quote_that_never_ends_is_a_fault(tmp_path: Path) -> None:
    folder = _folder(tmp_path, tables())
    (folder / "units.csv").write_text('code,name,categories\nMZ,"民政局,低保\n')
    with pytest.raises(RosterFaulty, match=r"units\.csv: is no table of comma-separated values"):
        check_roster(*read_files(folder))


def test_what_is_no_roster_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is no roster"):
        read_files(tmp_path / "nowhere")
    (tmp_path / "county.xlsx").write_text("这不是表格")
    with pytest.raises(Problem, match="cannot be read"):
        read_files(tmp_path / "county.xlsx")
