import re
from datetime import date, timedelta

import pytest
from fluent.syntax import ast, parse

from bot.delivery.wording import CATALOGUE, Wording, WordingFaulty
from bot.rules.errors import Refusal

LANGUAGES = ("en", "zh-Hans")
TODAY = date(2026, 11, 23)


def _variables(language: str) -> dict[str, set[str]]:
    """Every sentence of the catalogue with the data that it asks for."""
    text = (CATALOGUE / f"{language}.ftl").read_text(encoding="utf-8")
    body = parse(text).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    found = {}
    for entry in body:
        if isinstance(entry, ast.Message) and entry.span:
            found[entry.id.name] = set(re.findall(r"\$([\w-]+)", text[entry.span.start : entry.span.end]))
    return found


def test_every_language_has_the_same_sentences_with_the_same_data() -> None:
    assert {file.stem for file in CATALOGUE.glob("*.ftl")} == set(LANGUAGES)
    first, *others = (_variables(language) for language in LANGUAGES)
    assert len(first) > 1
    assert all(other == first for other in others)


def test_of_none_a_sentence_says_nothing() -> None:
    told = {left: Wording().render("together-sent", "zh-Hans", {"count": 2, "left": left}, TODAY) for left in (0, 1)}
    assert told[0] == "一起回了 2 件,各家单独收到、单独评价。"
    assert "还有 1 件" in told[1]


def test_a_list_is_joined_as_its_language_joins_it() -> None:
    data = {"keywords": ["低保", "路灯"]}
    assert "低保、路灯" in Wording().render("card-keywords", "zh-Hans", data, TODAY)
    assert "低保, 路灯" in Wording().render("card-keywords", "en", data, TODAY)


def test_an_id_is_shown_as_it_is() -> None:
    assert "7700770077" in Wording().render("resent", "en", {"text": 7700770077}, TODAY)


def test_peoples_words_cannot_hide_or_turn_what_stands_beside_them() -> None:
    text = Wording().render("resent", "zh-Hans", {"text": "正\u202e反\u200b\x00\u2066👨\u200d👩\n{ $x }"}, TODAY)
    assert text == "(重发)正反👨\u200d👩\n{ $x }"


@pytest.mark.parametrize(
    ("wording", "language", "data"),
    [("no-such", "en", {}), ("busy", "fr", {}), ("resent", "en", {"words": "?"})],
)
def test_a_sentence_that_cannot_be_written_whole_is_not_written(
    wording: str, language: str, data: dict[str, str]
) -> None:
    with pytest.raises(WordingFaulty):
        Wording().render(wording, language, data, TODAY)


def test_every_refusal_has_its_sentence_in_the_catalogues() -> None:
    assert {refusal.notice for refusal in Refusal.__subclasses__()} <= _variables("zh-Hans").keys()


def test_a_day_is_told_as_seen_from_the_day_when_the_letter_leaves() -> None:
    data = {"text": {"day": "2026-11-25"}}
    told = [Wording().render("resent", "zh-Hans", data, TODAY + timedelta(days=days)) for days in (0, 1, 2)]
    assert told == ["(重发)后天", "(重发)明天", "(重发)今天"]


def test_a_long_story_is_told_whole() -> None:
    story = "俺娘的低保停了。{ $name }" * 1000
    assert Wording().render("resent", "zh-Hans", {"text": f"\0text\0{story}"}, TODAY) == f"(重发)text{story}"
