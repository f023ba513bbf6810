import pytest

from nlp.kinds import Judged
from nlp.reading import read
from tests.nlp.samples import invented

SENTENCES = invented("is_appeal")


@pytest.mark.parametrize("text", SENTENCES["yes"])
def test_what_wants_an_answer_is_never_passed_over(text: str) -> None:
    assert read(text).is_appeal != Judged.NO


def test_three_signs_can_be_an_appeal() -> None:
    assert read("没水了").is_appeal == Judged.YES
    assert read("灯不亮").is_appeal == Judged.YES


@pytest.mark.parametrize("text", SENTENCES["no"])
def test_greetings_thanks_numbers_and_advertising_are_none(text: str) -> None:
    assert read(text).is_appeal == Judged.NO


@pytest.mark.parametrize("text", SENTENCES["unsure"])
def test_what_could_be_either_is_asked_about(text: str) -> None:
    assert read(text).is_appeal == Judged.UNSURE


def test_asking_how_a_matter_stands_is_noticed() -> None:
    assert read("低保的事咋样了").asks_progress
    assert not read("低保给停了").asks_progress
