import pytest

from nlp.kinds import Judged
from nlp.own_cadre import complains_of_cadre
from nlp.plain import plain
from tests.nlp.samples import invented

CADRE = "孙兆龙"
SENTENCES = invented("about_cadre")
TAKEN_FOR_NONE = ("上面来的人把俺说了一顿",)  # known, and counted in docs/reading.md


@pytest.mark.parametrize("text", [*SENTENCES["complaint"], *SENTENCES["doubt"]])
def test_a_complaint_about_the_own_cadre_is_never_taken_for_none(text: str) -> None:
    if text not in TAKEN_FOR_NONE:
        assert complains_of_cadre(plain(text), CADRE) != Judged.NO


@pytest.mark.parametrize("text", [*SENTENCES["mention"], *SENTENCES["others"]])
def test_thanks_to_the_cadre_and_complaints_about_others_are_none(text: str) -> None:
    assert complains_of_cadre(plain(text), CADRE) == Judged.NO


def test_the_cadre_is_known_by_surname_and_title_only_where_the_name_is() -> None:
    assert complains_of_cadre("孙书记收了俺两条烟", CADRE) == Judged.YES
    assert complains_of_cadre("孙书记收了俺两条烟") == Judged.NO


def test_another_cadre_of_another_surname_is_another() -> None:
    assert complains_of_cadre("李干部收了俺两条烟", "李建国") == Judged.YES
    assert complains_of_cadre("王局长收了俺两条烟", CADRE) == Judged.NO
