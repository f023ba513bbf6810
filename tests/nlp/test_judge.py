from math import isclose

import pytest

from nlp.judge import ASKED_OF_ALL, chance_of, judge_of, read_judge
from nlp.signs import signs_of

FILE = """# for people
sign\tof\tdanger\tfire\tflood
(bias)\t\t-1.00\t0.50\t-0.50
火\t4.0\t6.00\t3.00\t-3.00
水\t4.0\t2.00\t-3.00\t3.00
"""


def test_a_text_without_known_signs_has_the_chance_of_any_text() -> None:
    assert isclose(read_judge(FILE).chance({"山"}), 0.269, abs_tol=0.001)


def test_weights_are_added_and_brought_to_length_one() -> None:
    judge = read_judge(FILE)
    assert isclose(judge.chance({"火"}), 1 / (1 + 2.718281828 ** -(-1 + 6 / 2)), abs_tol=0.001)
    assert judge.chance({"火", "水"}) > judge.chance({"水"})


@pytest.mark.parametrize(("signs", "kind"), [({"火"}, "fire"), ({"水"}, "flood"), ({"山"}, "fire")])
def test_the_likeliest_kind_is_told(signs: set[str], kind: str) -> None:
    assert read_judge(FILE).likeliest(signs) == kind


@pytest.mark.parametrize("text", ["俺家锅屋着火了", "路灯坏了", "", "🙂"])
def test_what_is_asked_of_all_texts_at_once_is_what_each_judge_says(text: str) -> None:
    for question in ASKED_OF_ALL:
        alone = judge_of(question).chance(signs_of(text))
        assert isclose(chance_of(question, signs_of(text)), alone, abs_tol=1e-9)
