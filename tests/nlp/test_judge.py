from math import exp, isclose

import pytest

from nlp.judge import FOLDER, TOGETHER, Judges, chance_of, read_judges
from nlp.signs import signs_of

DANGER = """# for people
sign\tof\tdanger\tfire\tflood
(bias)\t\t-1.00\t0.50\t-0.50
火\t4.0\t6.00\t3.00\t-3.00
水\t4.0\t2.00\t-3.00\t3.00
"""
PRIVATE = """sign\tof\tprivate
(bias)\t\t-2.00
水\t9.0\t-6.00
怕\t9.0\t12.00
"""


def judges() -> Judges:
    return read_judges({"danger": DANGER.splitlines(), "private": PRIVATE.splitlines()})


def test_a_text_without_known_signs_has_the_chance_of_any_text() -> None:
    assert judges().scores({"山"}) == {"danger": -1.0, "private": -2.0}


def test_weights_are_added_and_brought_to_length_one() -> None:
    assert judges().scores({"火"})["danger"] == -1 + 6 / 2
    assert isclose(judges().scores({"火", "水"})["danger"], -1 + 8 / 8**0.5)


def test_a_sign_weighs_for_each_question_by_itself() -> None:
    scores = judges().scores({"水", "怕"})
    assert scores["danger"] == -1 + 2 / 2
    assert isclose(scores["private"], -2 + 6 / 18**0.5)


@pytest.mark.parametrize(("signs", "kind"), [({"火"}, "fire"), ({"水"}, "flood"), ({"山"}, "fire")])
def test_the_likeliest_kind_is_told(signs: set[str], kind: str) -> None:
    assert judges().likeliest("danger", signs) == kind


@pytest.mark.parametrize("question", [question for asked in TOGETHER for question in asked])
def test_a_chance_is_that_of_the_score_in_the_questions_own_file(question: str) -> None:
    signs = signs_of("俺家锅屋着火了")
    chance = chance_of(question, signs)
    assert 0 < chance < 1
    own_file = (FOLDER / f"{question}.tsv").read_text(encoding="utf-8")
    alone = read_judges({question: own_file.splitlines()}).scores(signs)[question]
    assert isclose(chance, 1 / (1 + exp(-alone)), abs_tol=1e-9)
