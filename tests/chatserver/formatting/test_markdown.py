import pytest

from bot.chatserver.formatting import format_text
from tests.chatserver.formatting.reading import refusal, shown


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ("*急*", {"type": "bold", "offset": 0, "length": 1}),
        ("_急_", {"type": "italic", "offset": 0, "length": 1}),
        ("`a*b`", {"type": "code", "offset": 0, "length": 3}),
        ("```\na```", {"type": "pre", "offset": 0, "length": 1}),
        ("```py\na```", {"type": "pre", "offset": 0, "length": 1, "language": "py"}),
        ("[看](http://a.cn)", {"type": "text_link", "offset": 0, "length": 1, "url": "http://a.cn/"}),
        ("[看](tg://user?id=5)", {"type": "text_mention", "offset": 0, "length": 1, "user_id": 5}),
    ],
)
def test_legacy_markdown_knows_six_entities(source: str, entity: dict[str, object]) -> None:
    # https://core.telegram.org/bots/api#markdown-style
    assert format_text(source, parse_mode="Markdown").entities == (entity,)


def test_legacy_markdown_does_not_nest() -> None:
    made = format_text("*a _b_*", parse_mode="Markdown")
    assert (made.text, shown(made)) == ("a _b_", [("bold", "a _b_")])


def test_legacy_marks_are_escaped_outside_of_entities_only() -> None:
    assert format_text(r"\_a\* \. *b\c*", parse_mode="Markdown").text == r"_a* \. b\c"


@pytest.mark.parametrize("source", ["路*a", "路_a", "路`a", "路[a", "路```a``"])
def test_an_open_legacy_entity_is_refused_with_its_byte(source: str) -> None:
    # MessageEntity.cpp: parse_markdown
    words = "can't parse entities: Can't find end of the entity starting at byte offset 3"
    assert refusal(source, "Markdown") == words
