import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.redact import redact
from nlp.spans import Sensitive
from tests.nlp.redactions import figures

FULL_WIDTH = str.maketrans("0123456789X", "0123456789X")
CHINESE = str.maketrans("0123456789", "零幺二三四五六七八九")
BETWEEN = st.sampled_from(["", " ", "-", "—", " ", "\u200b", ".", "·", "--", " - "])
AROUND = st.text(alphabet="俺家的电话是号码,。 元a", max_size=6)
PIECES = (
    *("王建国", "老李家", "姓赵的", "的", "家", ",。", "他爹", "和", "高大山", "张大爷", "书记", "村", "庄", "说"),
    *("13812345678", "电话", "2251 2345", "371323198001011232", "3号楼", "2单元501", "建设路", "12号", "12345"),
    *("鲁Q12345", "加我v:abc_123", "得了", "乳腺癌", "防治", "高血压", "药", "猪", "\u200b", " ", "😀", "x"),
)
TOLD = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
SURNAMES, GIVEN = "王李张刘陈欧", "建国桂英小军翠花"


@pytest.mark.parametrize(("name", "value", "goal"), figures(), ids=lambda one: str(one))
def test_the_invented_sentences_reach_the_goal(name: str, value: float, goal: float) -> None:
    assert value <= goal if "look-alikes" in name else value >= goal


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("俺叫李建国,电话138 1234 5678", "俺叫〔某人〕,电话〔电话〕"),
        ("+86 13812345678 是俺儿的", "〔电话〕 是俺儿的"),
        ("身份证号 371323 19800101 123x", "身份证号 〔证件号〕"),
        ("张三家的狗咬人,3号楼2单元501没人管", "〔某家〕的狗咬人,〔门牌〕没人管"),
        ("孙兆龙书记说了,让老李家等着", "孙兆龙书记说了,让〔某家〕等着"),
        ("村主任刘洪涛说开会定的", "村主任刘洪涛说开会定的"),
        ("俺爹肺癌晚期 报销太少", "俺爹〔病情〕 报销太少"),
        ("打12345没人接,95598也没人", "打12345没人接,95598也没人"),
    ],
)
def test_neutral_marks_take_the_place_of_what_is_hidden(text: str, redacted: str) -> None:
    assert redact(text).text == redacted


@st.composite
def written(draw: st.DrawFn, length: int, first: str, last: str = "0123456789") -> str:
    """A number in ordinary, full-width or Chinese digits, spaced anyhow."""
    digits = first + "".join(draw(st.sampled_from("0123456789")) for _ in range(length - len(first) - 1))
    digits += draw(st.sampled_from(last))
    table = draw(st.sampled_from([{}, FULL_WIDTH] + [CHINESE] * ("X" not in last)))
    others, end = digits.translate(table)[:-1], digits.translate(table)[-1]
    return "".join(sign + draw(BETWEEN) for sign in others) + end


def survives(number: str, text: str) -> bool:
    """Whether four signs of the number in a row are left."""
    signs = re.sub(r"\W", "", number)
    left = re.sub(r"\W", "", text)
    return any(signs[place : place + 4] in left for place in range(len(signs) - 3))


@given(AROUND, written(11, "13"), AROUND)
def test_no_phone_survives(before: str, phone: str, after: str) -> None:
    assert not survives(phone, redact(before + phone + after).text)


@given(AROUND, written(18, "3713231980", "0123456789X"), AROUND)
def test_no_identity_card_survives(before: str, card: str, after: str) -> None:
    assert not survives(card, redact(before + card + after).text)


@given(AROUND, st.one_of(written(16, "4"), written(19, "6222")), AROUND)
def test_no_bank_card_survives(before: str, card: str, after: str) -> None:
    assert not survives(card, redact(before + card + after).text)


@given(
    st.lists(st.builds(str.__add__, st.sampled_from(SURNAMES), st.text(GIVEN, min_size=1, max_size=2)), max_size=4),
    st.text(alphabet="俺家没水了 ,。" + SURNAMES + GIVEN, max_size=40),
)
def test_every_known_name_vanishes(names: list[str], text: str) -> None:
    told = text.join(["", *names, ""])
    hidden = redact(told, names).text
    assert not any(name in hidden for name in names)


@given(st.text(max_size=60))
def test_what_is_not_hidden_stays_sign_for_sign(text: str) -> None:
    redacted = redact(text)
    kept, place = [], 0
    for span in redacted.spans:
        assert place <= span.start < span.end <= len(text)
        kept.append(text[place : span.start])
        place = span.end
    assert re.sub("〔[^〕]*〕", "", redacted.text) == re.sub("〔[^〕]*〕", "", "".join([*kept, text[place:]]))


@given(TOLD)
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    once = redact(text).text
    assert redact(once).text == once


@given(TOLD)
def test_a_mark_never_holds_what_it_hides(text: str) -> None:
    redacted = redact(text)
    marks = re.findall("〔[^〕]*〕", redacted.text)
    assert not any(text[span.start : span.end] in mark for span in redacted.spans for mark in marks)


@given(st.text(alphabet="😀𠮷𝟙 ,", max_size=8))
def test_offsets_count_characters_also_beyond_the_basic_plane(before: str) -> None:
    spans = redact(f"{before}。电话13812345678").spans
    assert [(span.start, span.end) for span in spans] == [(len(before) + 3, len(before) + 14)]


def test_a_span_says_what_it_hides() -> None:
    (phone, card) = redact("电话13812345678,身份证371323198001011232").spans
    assert (phone.kind, card.kind) == (Sensitive.PHONE, Sensitive.ID_CARD)
    assert (phone.start, phone.end) == (2, 13)
