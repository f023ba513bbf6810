import pytest

from bot.chatserver.formatting import format_text
from tests.chatserver.formatting.reading import refusal, shown


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("*急*", "bold"),
        ("_急_", "italic"),
        ("__急__", "underline"),
        ("~急~", "strikethrough"),
        ("||急||", "spoiler"),
        ("`急`", "code"),
        ("```\n急```", "pre"),
        (">急", "blockquote"),
        (">急||", "expandable_blockquote"),
    ],
)
def test_every_mark_makes_its_entity(source: str, kind: str) -> None:
    # https://core.telegram.org/bots/api#markdownv2-style
    assert shown(format_text(source, parse_mode="MarkdownV2")) == [(kind, "急")]


@pytest.mark.parametrize(
    ("source", "fields"),
    [
        (r"[x](http://a.cn/\))", {"type": "text_link", "url": "http://a.cn/)"}),
        ("[x](tg://user?id=5)", {"type": "text_mention", "user_id": 5}),
        ("![x](tg://emoji?id=53)", {"type": "custom_emoji", "custom_emoji_id": "53"}),
        (
            "![x](tg://time?unix=1700000000&format=r)",
            {"type": "date_time", "unix_time": 1700000000, "date_time_format": "r"},
        ),
        ("```py\nx```", {"type": "pre", "language": "py"}),
    ],
)
def test_what_stands_behind_the_mark_becomes_fields(source: str, fields: dict[str, object]) -> None:
    assert format_text(source, parse_mode="MarkdownV2").entities == ({"offset": 0, "length": 1, **fields},)


def test_a_quote_goes_over_its_lines_and_ends_at_the_first_without_a_mark() -> None:
    made = format_text(">一\n>二\n三", parse_mode="MarkdownV2")
    assert (made.text, shown(made)) == ("一\n二\n三", [("blockquote", "一\n二\n")])


def test_an_empty_bold_parts_two_quotes() -> None:
    # https://core.telegram.org/bots/api#markdownv2-style, the note on "**>"
    made = format_text(">一\n**>二||", parse_mode="MarkdownV2")
    assert shown(made) == [("blockquote", "一\n"), ("expandable_blockquote", "二")]


def test_every_escaped_character_is_itself() -> None:
    assert format_text(r"\_\*\[\]\(\)\~\`\>\#\+\-\=\|\{\}\.\!\a\路", parse_mode="MarkdownV2").text == (
        r"_*[]()~`>#+-=|{}.!a\路"
    )


def test_nothing_but_a_backtick_is_reserved_in_code() -> None:
    assert shown(format_text("`a.b*c`", parse_mode="MarkdownV2")) == [("code", "a.b*c")]


@pytest.mark.parametrize("character", list("]()>#+-=|{}.!"))
def test_a_reserved_character_is_refused(character: str) -> None:
    # MessageEntity.cpp: parse_markdown_v2
    words = f"can't parse entities: Character '{character}' is reserved and must be escaped with the preceding '\\'"
    assert refusal(f"a{character}b", "MarkdownV2") == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("路*a", "Can't find end of Bold entity at byte offset 3"),
        ("路```py\na``", "Can't find end of PreCode entity at byte offset 3"),
        ("```py\na", "Can't find end of PreCode entity at byte offset 0"),
        ("[a", "Can't find end of TextUrl entity at byte offset 0"),
        (">*a\nb*", "Can't find end of Bold entity at byte offset 1"),
        ("*a _b*", "Can't find end of Bold entity at byte offset 5"),
        ("[a](b", "Can't find end of a URL at byte offset 4"),
        ("![a]", "The entity must contain a tg://emoji or tg://time URL"),
        ("![a](http://a.cn)", "Invalid tg://emoji or tg://time URL specified"),
    ],
)
def test_bad_markdown_is_refused_in_the_official_words(source: str, words: str) -> None:
    # MessageEntity.cpp: parse_markdown_v2
    assert refusal(source, "MarkdownV2") == f"can't parse entities: {words}"
