import pytest

from nlp.kinds import Judged
from nlp.own_cadre import complains_of_cadre, signs_about
from tests.nlp import own_set

CADRE = "孙兆龙"


def test_complaints_about_the_own_cadre_are_noticed_in_words_that_were_never_learnt() -> None:
    answers = own_set.about_cadre()
    assert answers.recall >= 0.90


@pytest.mark.parametrize(
    "text", ["孙干部从来没来过俺家", "老孙说给办 一年了没影", "联系干部打电话不接", "孙书记收了俺两条烟"]
)
def test_a_complaint_is_one_however_the_cadre_is_called(text: str) -> None:
    assert complains_of_cadre(text, CADRE) == Judged.YES


@pytest.mark.parametrize("text", ["路灯坏了", "谢谢孙干部 药有了", "王局长不作为", "村会计拿了俺的钱没给收条"])
def test_thanks_complaints_about_others_and_other_matters_are_none(text: str) -> None:
    assert complains_of_cadre(text, CADRE) == Judged.NO


def test_the_cadre_is_known_by_surname_and_title_only_where_the_name_is() -> None:
    assert complains_of_cadre("孙书记收了俺两条烟", CADRE) == Judged.YES
    assert complains_of_cadre("孙书记收了俺两条烟") == Judged.NO


def test_another_cadre_of_another_surname_is_another() -> None:
    assert complains_of_cadre("李干部收了俺两条烟", "李建国") == Judged.YES
    assert complains_of_cadre("王局长收了俺两条烟", CADRE) == Judged.NO


def test_what_is_said_after_a_name_weighs_for_that_name() -> None:
    signs = signs_about("孙干部好,王所长不来", CADRE)
    assert {"ω好", "own:好", "ξ不来", "other:不来"} <= signs
    assert "own:不来" not in signs
