"""`huiyin policy check` and `show` as an operator uses them."""

import tomllib
from pathlib import Path

import pytest

from bot.policy import BUILT_IN, read_policy, showing
from bot.policy.leaves import list_leaves
from tests.bot.huiyin import huiyin

COUNTY = """[deadlines.solve]
cadre = 3
village = 5
[wall]
after_yes = 1
[calendar]
holidays = [2027-02-05]
[categories.water]
days = { village = 3 }
[categories]
hail = { name = "雹灾 \\"大\\"", unit = "农业局", is_personal = false }
"""


@pytest.fixture
def county(tmp_path: Path) -> Path:
    file = tmp_path / "county.toml"
    file.write_text(COUNTY, encoding="utf-8")
    return file


def test_what_is_shown_says_the_same_policy_again(
    county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    showing.show(county)
    again = tmp_path / "again.toml"
    again.write_text(capsys.readouterr().out, encoding="utf-8")
    assert read_policy(again) == read_policy(county)


def test_the_built_in_policy_is_shown_whole_and_nothing_in_it_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    showing.show(None)
    shown = capsys.readouterr().out
    assert tomllib.loads(shown) == tomllib.loads(BUILT_IN.read_text(encoding="utf-8"))
    assert "the county" not in shown


def test_each_number_is_said_in_words_and_what_the_county_changed_is_marked(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    showing.show(county)
    lines = {line.split(" = ")[0]: line for line in capsys.readouterr().out.splitlines()}
    assert lines["solve.cadre"].endswith("# 3 working days; changed by the county from 5 working days")
    assert lines["solve.village"].endswith("# 5 working days")
    assert lines["after_yes"].endswith("# 1 hour; changed by the county from 24 hours")
    assert lines["holidays"].endswith("holidays = [2027-02-05]         # changed by the county from []")
    assert lines["water.days.village"].endswith("# 3 working days; the county's own")


def test_the_keys_that_differ_are_those_with_another_value(county: Path) -> None:
    changed = {leaf.key for leaf in list_leaves(county) if leaf.is_changed}
    hail = {f"categories.hail.{key}" for key in ("name", "unit", "is_personal")}
    own = {"deadlines.solve.cadre", "wall.after_yes", "calendar.holidays", "categories.water.days.village"}
    assert changed == own | hail


def test_a_good_file_is_called_good_with_what_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "county.toml"
    file.write_text("[deadlines.solve]\ncadre = 3\n", encoding="utf-8")
    said = f"{file} is good; 1 key differs from the built-in policy: deadlines.solve.cadre.\n"
    assert huiyin("policy", "check", str(file), folder=tmp_path).stdout == said
    assert huiyin("policy", "check", folder=tmp_path, HUIYIN_POLICY=str(file)).stdout == said
    built_in = huiyin("policy", "check", folder=tmp_path)
    assert built_in.stdout == f"{BUILT_IN} is good; it says what the built-in policy says.\n"


def test_every_fault_of_a_file_is_printed_and_the_status_is_2(tmp_path: Path) -> None:
    file = tmp_path / "county.toml"
    file.write_text("[deadlines.solve]\ncadre = 0\n[categories.water]\ndays = { hamlet = 3 }\n", encoding="utf-8")
    ended = huiyin("policy", "check", str(file), folder=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    first, second = ended.stderr.splitlines()
    assert first.startswith(f"{file}, line 2: deadlines.solve.cadre cannot be 0. Accepted: a whole number of")
    assert second.startswith(f"{file}, line 4: categories.water.days.hamlet cannot be 'hamlet'. Accepted: one of cadre")


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    ended = huiyin("policy", "check", str(tmp_path / "none.toml"), folder=tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.endswith("Check its name, here or in HUIYIN_POLICY.\n")
