import re
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.policy import BUILT_IN, PolicyFaulty, read_policy
from bot.rules.levels import Level

DOCUMENT = Path(__file__).parents[3] / "docs" / "policy.md"


def _sentences(folder: Path, text: str) -> tuple[str, ...]:
    file = folder / "county.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PolicyFaulty) as refused:
        read_policy(file)
    return refused.value.sentences


def test_the_built_in_policy_has_the_numbers_of_the_design() -> None:
    policy = read_policy()
    solve = policy.deadlines.solve
    assert (solve.cadre, solve.village, solve.area, solve.township, solve.county) == (5, 5, 7, 10, 15)
    assert policy.deadlines.day_ends == time(17, 30)
    assert (policy.danger.accept, policy.danger.climb) == (timedelta(minutes=30), timedelta(hours=2))
    assert (policy.nights.begins, policy.nights.ends) == (time(21), time(7))
    assert len(policy.categories) == 20
    assert policy.categories["low_income"].unit == "民政局"


def test_a_countys_file_replaces_single_keys_and_leaves_the_others(tmp_path: Path) -> None:
    file = tmp_path / "county.toml"
    file.write_text(
        "\ufeff[deadlines.solve]\ncadre = 3\n[categories]\n"
        'hail = { name = "雹灾", unit = "农业局", is_personal = false }\n',
        encoding="utf-8",
    )
    policy, built_in = read_policy(file), read_policy()
    assert (policy.deadlines.solve.cadre, policy.deadlines.solve.village) == (3, 5)
    assert policy.categories.keys() - built_in.categories.keys() == {"hail"}


def test_a_category_may_have_days_of_its_own_at_single_levels(tmp_path: Path) -> None:
    file = tmp_path / "county.toml"
    file.write_text("[categories.water]\ndays = { village = 3 }\n", encoding="utf-8")
    policy = read_policy(file)
    assert [policy.days_of("water", level) for level in Level] == [5, 3, 7, 10, 15]
    assert [policy.days_of("roads", level) for level in Level] == [5, 5, 7, 10, 15]


def test_faults_of_a_categorys_own_days_are_named(tmp_path: Path) -> None:
    text = "[categories.water]\ndays = { hamlet = 3 }\n[categories]\nroads.days.village = 0\nland = { days = 3 }\n"
    at = tmp_path / "county.toml"
    days = "Accepted: a whole number of working days from 1 to 60."
    levels = "Accepted: one of cadre, village, area, township, county."
    assert set(_sentences(tmp_path, text)) == {
        f"{at}, line 2: categories.water.days.hamlet cannot be 'hamlet'. {levels}",
        f"{at}, line 4: categories.roads.days.village cannot be 0. {days}",
        f"{at}, line 5: categories.land.days cannot be 3. Accepted: a table.",
    }


def test_a_meeting_opens_on_a_day_that_every_month_has(tmp_path: Path) -> None:
    assert (read_policy().meetings.day_of_month, read_policy().meetings.hour) == (15, time(9))
    (sentence,) = _sentences(tmp_path, "[meetings]\nday_of_month = 31\n")
    assert sentence.endswith(
        "meetings.day_of_month cannot be 31. Accepted: a day of the month from 1 to 28, which every month has."
    )


def test_every_fault_is_named_with_its_line_and_what_is_accepted(tmp_path: Path) -> None:
    text = """[deadlines]
accept = 0
half = "five"
acept = 2

[deadlines.solve]
cadre = true

[nights]
begins = "9pm"

[calendar]
holidays = ["2027-02-06"]
fixed_holidays = ["02-30"]
years = [27]

[categories]
"Wasser" = { name = "水", unit = "水利局", is_personal = false }
hail = { name = "" }
"""
    at = tmp_path / "county.toml"
    days = "Accepted: a whole number of working days from 1 to 60."
    dates = "Accepted: a list of dates such as [2027-02-06, 2027-02-07]."
    yearly = 'Accepted: a list of days of the year such as ["01-01", "10-01"].'
    assert set(_sentences(tmp_path, text)) == {
        f"{at}, line 2: deadlines.accept cannot be 0. {days}",
        f"{at}, line 3: deadlines.half cannot be 'five'. {days}",
        f"{at}, line 4: deadlines.acept is not a key of the policy. Did you mean accept?",
        f"{at}, line 7: deadlines.solve.cadre cannot be True. {days}",
        f"{at}, line 10: nights.begins cannot be '9pm'. Accepted: a time of day such as \"17:30\".",
        f"{at}, line 13: calendar.holidays cannot be ['2027-02-06']. {dates}",
        f"{at}, line 14: calendar.fixed_holidays cannot be ['02-30']. {yearly}",
        f"{at}, line 15: calendar.years cannot be [27]. Accepted: a list of years such as [2027].",
        f"{at}, line 18: categories.Wasser cannot be 'Wasser'. Accepted: a word of a-z 0-9 _.",
        f"{at}, line 19: categories.hail.name cannot be ''. Accepted: a line of text.",
        f"{at}, line 19: categories.hail.unit is missing.",
        f"{at}, line 19: categories.hail.is_personal is missing.",
    }


@pytest.mark.parametrize("text", ["deadlines = 5", "[[deadlines]]\naccept = 1", "categories = []"])
def test_what_must_be_a_table_is_said_to_be_one(text: str, tmp_path: Path) -> None:
    (sentence,) = _sentences(tmp_path, text)
    assert "Accepted: a table" in sentence


def test_a_file_that_is_no_toml_is_refused_with_its_name(tmp_path: Path) -> None:
    (sentence,) = _sentences(tmp_path, "[deadlines\n")
    assert sentence.startswith(f"{tmp_path / 'county.toml'} is not TOML: ")


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "county.toml"
    file.write_bytes('[categories]\nhail = { name = "雹灾", unit = "农业局", is_personal = false }\n'.encode("gb18030"))
    with pytest.raises(PolicyFaulty, match="UTF-8"):
        read_policy(file)


def test_the_page_about_the_policy_names_every_key_and_no_other() -> None:
    documented = re.findall(r"^\| `([a-z_.]+)` \|", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    table, keys = "", []
    for line in BUILT_IN.read_text(encoding="utf-8").splitlines():
        if header := re.match(r"\[([a-z_.]+)\]", line):
            table = header[1]
        elif (key := re.match(r"([a-z_]+) =", line)) and table != "categories":
            keys.append(f"{table}.{key[1]}")
    assert documented == keys
