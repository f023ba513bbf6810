import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.clauses import opening_of, title_of

SUBSIDY = "俺娘八十了瘫床上 低保给停了 去问说等着 等到啥时候"


def test_the_title_is_the_clause_that_tells_most() -> None:
    assert title_of(SUBSIDY, ["低保", "停了", "瘫"]) == "低保给停了"


def test_weightier_keywords_win_over_earlier_clauses() -> None:
    assert title_of("您好,路坏了,卫生室没有降压药", ["降压药", "卫生室", "路"]) == "卫生室没有降压药"


@pytest.mark.parametrize(
    ("text", "title"), [("您好。有个事想问问。", "有个事想问问"), ("好", "好"), ("……!", ""), ("", "")]
)
def test_without_keywords_the_first_clause_of_some_length_is_taken(text: str, title: str) -> None:
    assert title_of(text, []) == title


def test_a_long_clause_is_cut_so_that_its_weightiest_keyword_stays() -> None:
    clause = "从村东头一直到村西头下雨天全是泥的那条土路没人修"
    assert title_of(clause, ["土路"], longest=8) == "…全是泥的那条土路…"


def test_an_opening_ends_with_a_clause() -> None:
    assert opening_of(SUBSIDY, longest=18) == "俺娘八十了瘫床上 低保给停了…"
    assert opening_of(SUBSIDY) == SUBSIDY
    assert opening_of("一" * 50, longest=10) == "一" * 10 + "…"


WORDS = st.text("低保停了路灯坏 ,。!?\n", max_size=60)


@given(WORDS, st.lists(st.text("低保停了路灯坏", min_size=1, max_size=3), max_size=4), st.integers(4, 20))
def test_whatever_is_shown_stands_in_the_text_as_it_is(text: str, keywords: list[str], longest: int) -> None:
    title = title_of(text, keywords, longest)
    assert title.strip("…") in text
    assert len(title.strip("…")) <= longest
    assert opening_of(text, longest).removesuffix("…") in text
