import pytest

from bot.chatserver.formatting import format_text
from tests.chatserver.formatting.reading import refusal, shown


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        ("HTML", "<b>急</b>"),
        ("html", "<b>急</b>"),
        ("markdown", "*急*"),
        ("MarkdownV2", "*急*"),
        ("MARKDOWNV2", "*急*"),
    ],
)
def test_a_parse_mode_is_known_in_any_case(mode: str, text: str) -> None:
    # Client.cpp: get_formatted_text, to_lower_inplace(parse_mode)
    assert shown(format_text(text, parse_mode=mode)) == [("bold", "急")]


def test_an_unknown_parse_mode_is_refused_unless_there_is_no_text() -> None:
    assert refusal("a", "BBCode") == "unsupported parse_mode"
    assert format_text("", parse_mode="BBCode").text == ""


@pytest.mark.parametrize("mode", [None, "", "none", "None"])
def test_without_a_parse_mode_marks_are_text(mode: str | None) -> None:
    assert format_text("<b>*a*</b>", parse_mode=mode).entities == ()


def test_a_parse_mode_wins_over_given_entities() -> None:
    given = [{"type": "italic", "offset": 0, "length": 1}]
    assert shown(format_text("<b>急</b>", parse_mode="HTML", entities=given)) == [("bold", "急")]
