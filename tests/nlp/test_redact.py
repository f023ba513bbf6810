import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.redact import redact
from nlp.spans import Sensitive
from tests.nlp.samples import invented_redactions

FULL_WIDTH = str.maketrans("0123456789X", "0123456789X")
CHINESE = str.maketrans("0123456789", "零一二三四五六七八九")
BETWEEN = st.sampled_from(["", " ", "-", "—", " ", "\u200b", ".", "·", "--", " - "])
AROUND = st.text(alphabet="俺家的电话是号码,。 元a", max_size=6)
SURNAMES, GIVEN = "王李张刘陈欧", "建国桂英小军翠花"


@pytest.mark.parametrize("sentence", invented_redactions(), ids=lambda sentence: sentence["text"])
def test_people_numbers_and_houses_vanish_and_the_rest_stays(sentence: dict[str, Any]) -> None:
    assert redact(sentence["text"], sentence.get("known", ()), sentence.get("village", ())).text == sentence["redacted"]


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


def test_a_span_says_what_it_hides() -> None:
    (phone, card) = redact("电话13812345678,身份证371323198001011232").spans
    assert (phone.kind, card.kind) == (Sensitive.PHONE, Sensitive.ID_CARD)
    assert (phone.start, phone.end) == (2, 13)
