from hypothesis import given
from hypothesis import strategies as st

from nlp.clauses import clauses, quote_of, title_of

TOLD = "俺娘八十了瘫床上 低保给停了 去问说等着 等到啥时候"


def test_a_space_between_chinese_signs_ends_a_clause_as_villagers_write() -> None:
    assert clauses(TOLD) == ["俺娘八十了瘫床上", "低保给停了", "去问说等着", "等到啥时候"]
    assert clauses("电表 3.5 度,超过 12 度!") == ["电表", "3.5", "度", "超过", "12", "度"]


def test_the_title_is_the_most_telling_clause_in_the_persons_own_words() -> None:
    assert title_of(TOLD) == "低保给停了"
    assert title_of("您好 想说个事 村东头路灯坏了") == "村东头路灯坏了"
    assert title_of("") == ""


def test_a_quote_ends_with_a_clause_and_shows_that_more_was_said() -> None:
    assert quote_of(TOLD, at_most=18) == "俺娘八十了瘫床上 低保给停了…"
    assert quote_of("没水了。") == "没水了。"


def test_a_clause_that_is_too_long_is_cut_between_two_words() -> None:
    assert title_of("村东头路灯坏了半年到现在也没有一个人来修理", at_most=12) == "村东头路灯坏了半年到…"


@given(st.text(alphabet="俺娘低保停了 ,。!…\n12a", max_size=120), st.integers(2, 60))
def test_nothing_is_put_in_other_words(text: str, at_most: int) -> None:
    quote = quote_of(text, at_most)
    assert text.strip().startswith(quote.removesuffix("…").rstrip())
    assert title_of(text, at_most).removesuffix("…") in text
    assert len(quote) <= at_most + 1
