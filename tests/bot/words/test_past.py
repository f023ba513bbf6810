"""`huiyin words try`, `unknown` and `examples` on past appeals."""

import csv
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.rules.lifecycle import Action, Outcome, Status
from storage.models import Household, Official
from tests.bot.words.conftest import Words
from tests.bot.words.past import ODD, SAID, Past, fill
from tests.storage.cases import go_on

UNKNOWN = "kvbox"


@pytest.fixture
def past(database_url: str) -> None:
    """Five appeals with one odd word: two public ones, one of them corrected twice, and one each of the others."""

    async def work(past: Past) -> None:
        await past.add(SAID, "water", "farming")
        await past.add(SAID, household=past.cast.neighbours)
        await past.add(SAID, "farming", is_private=True)
        await past.add(SAID, "farming", is_hidden=True)
        withdrawn = await past.add(SAID, "farming")
        await go_on(past.county, withdrawn, Action.WITHDRAW, outcome=Outcome.WITHDRAWN, status=Status.WITHDRAWN)
        await past.add("")

    fill(database_url, work)


@pytest.mark.usefixtures("past")
def test_a_change_is_tried_on_past_appeals_by_numbers_alone(words: Words) -> None:
    tried = words("try", "farming", f"{ODD}=10")
    assert tried.returncode == 0
    said = tried.stdout
    assert said.startswith("5 of the last 5 appeals with words would change.\n")
    assert "→ farming 农业生产: 5, 磨石沟-4, 磨石沟-3, 磨石沟-2, 磨石沟-1, 1 not listed\n" in said
    assert "Of 4 that somebody corrected: right before 0, right after 4.\n" in said
    assert said.endswith('Nothing was changed. To keep it: huiyin words keep farming 嘎斗=10 --note "why"\n')
    assert "那样" not in said
    assert "县-" not in said
    assert "nobody changed any" in words("history").stdout


@pytest.mark.usefixtures("past")
def test_only_the_newest_appeals_are_read_where_that_is_asked(words: Words) -> None:
    assert words("try", "farming", f"{ODD}=10", "--last", "3").stdout.startswith("2 of the last 2 ")


@pytest.mark.usefixtures("past")
def test_what_is_kept_already_is_the_state_before(words: Words) -> None:
    words("keep", "farming", f"{ODD}=10", "--note", "大棚里用的")
    assert words("try", "farming", f"{ODD}=9").stdout.startswith("0 of the last 5 ")
    taken_away = words("try", "farming", f"{ODD}=0").stdout
    assert taken_away.startswith("5 of the last 5 ")
    assert "right before 4, right after 0" in taken_away


@pytest.mark.usefixtures("past")
def test_the_last_correction_of_a_public_appeal_is_an_example_without_persons(words: Words, tmp_path: Path) -> None:
    file = tmp_path / "corrected.csv"
    ended = words("examples", "-o", str(file))
    assert ended.stdout.startswith(f"1 example in {file}: redacted, and none that is private, hidden or withdrawn.")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert row["category"] == "farming"
    assert row["text"].startswith(f"那个{ODD}又是那样,{ODD}要紧,〔某人〕")
    assert "1381234" not in row["text"]


def test_names_of_the_household_and_of_officials_are_in_no_example(
    words: Words, tmp_path: Path, database_url: str
) -> None:
    async def work(past: Past) -> None:
        session = past.county.session
        await session.execute(update(Official).where(Official.no == "2006").values(name="孙德厚"))
        await session.execute(update(Household).where(Household.code == "2").values(head="牛得草"))
        await past.add("户主1说 群众1001家的路灯,孙德厚不管,牛得草也说", "roads")

    fill(database_url, work)
    words("examples", "-o", str(tmp_path / "corrected.csv"))
    written = (tmp_path / "corrected.csv").read_text(encoding="utf-8-sig")
    assert "路灯" in written
    assert not any(name in written for name in ("户主1", "群众1001", "孙德厚", "德厚", "牛得草"))


def test_a_file_that_cannot_be_written_is_a_sentence(words: Words, tmp_path: Path) -> None:
    ended = words("examples", "-o", str(tmp_path))
    assert (ended.returncode, ended.stderr) == (1, f"{tmp_path} cannot be written: Is a directory.\n")


def test_words_of_five_households_that_tell_nothing_yet_are_listed_without_names(
    words: Words, database_url: str
) -> None:
    async def work(past: Past) -> None:
        for number, home in enumerate(await past.households(5)):
            await past.add(f"{UNKNOWN}不通,王建国说了,路灯坏了,可以2026", household=home)
            await past.add("vpn" if number else "嗯", household=home, is_private=number == 1)
            await past.add("ktv吵", household=past.cast.household)

    fill(database_url, work)
    assert words("unknown").stdout.splitlines() == [f"{UNKNOWN}  5 appeals of 5 households"]
    words("keep", "power_telecom", f"{UNKNOWN}=4", "--note", "网络")
    assert words("unknown").stdout == "No unknown word stands in 5 appeals of 5 households.\n"
