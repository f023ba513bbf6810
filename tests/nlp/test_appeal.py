import pytest

from nlp.kinds import Judged
from nlp.reading import read
from tests.nlp import own_set


def test_appeals_are_not_passed_over_and_small_talk_is_none() -> None:
    answers = own_set.is_appeal()
    assert answers.recall >= 0.95
    assert answers.left_alone >= 0.90


@pytest.mark.parametrize("text", ["没水了", "灯不亮", "咋还不修路", "谢谢孙干部 不过井还没修好", "想办残疾证"])
def test_few_signs_can_be_an_appeal(text: str) -> None:
    assert read(text).is_appeal != Judged.NO


@pytest.mark.parametrize("text", ["你好", "谢谢啊 辛苦了", "在吗", "12", "👍👍", "好的收到", "新年快乐", ""])
def test_greetings_thanks_and_numbers_are_none(text: str) -> None:
    assert read(text).is_appeal == Judged.NO


def test_asking_how_a_matter_stands_is_noticed() -> None:
    assert read("低保的事咋样了").asks_progress
    assert not read("低保给停了").asks_progress
