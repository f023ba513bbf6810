import pytest

from bot.chatserver.formatting import FormattingError, format_text
from tests.chatserver.formatting.reading import refusal, shown


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("a\tb\x00c", "a b c"),
        ("a\r\nb", "a\nb"),
        ("a\u202eb\u2028c", "abc"),
        ("a\u0333b\u033fc\u030ad", "abcd"),
        ("a\u200e\u200f\u200eb", "a\u200c\u200c\u200eb"),
        ("a\u200eb", "a\u200eb"),
        ("  \n 路灯 \n坏了 \n ", "路灯 \n坏了"),
        ("\xa0a\u3000", "\xa0a\u3000"),
    ],
)
def test_a_text_is_cleaned_like_on_the_official_server(sent: str, kept: str) -> None:
    # misc.cpp: clean_input_string, replace_offending_characters; MessageEntity.cpp: fix_formatted_text trims
    assert format_text(sent).text == kept


def test_spaces_that_an_entity_covers_stay_at_the_beginning_but_not_at_the_end() -> None:
    # MessageEntity.cpp: fix_formatted_text trims on the left up to the first entity only
    made = format_text(" <b> 急 </b> ", parse_mode="HTML")
    assert made.text == " 急"
    assert made.entities == ({"type": "bold", "offset": 0, "length": 2},)


def test_entities_move_with_the_characters_that_vanish_before_them() -> None:
    made = format_text("\u202e一\r\n<b>急\u202e急</b>", parse_mode="HTML")
    assert made.text == "一\n急急"
    assert shown(made) == [("bold", "急急")]


def test_an_entity_over_vanishing_characters_alone_vanishes() -> None:
    assert format_text("a<b>\u202e</b>b", parse_mode="HTML").entities == ()


@pytest.mark.parametrize("nothing", ["", " \n ", "\u200b", "\u3000\u2800", "\ufeff\xa0", "\U000e0020"])
def test_a_message_that_shows_as_nothing_is_refused_where_it_must_not_be_empty(nothing: str) -> None:
    # misc.cpp: is_empty_string; MessageEntity.cpp: "Text must be non-empty"
    with pytest.raises(FormattingError, match=r"^text must be non-empty$"):
        format_text(nothing, allow_empty=False)


def test_a_caption_may_be_empty() -> None:
    assert format_text(" \n ") == format_text("")


def test_more_than_32768_bytes_are_refused_before_any_parsing() -> None:
    # Client.cpp: get_formatted_text, text.size() > (1 << 15)
    assert format_text("a" * 32768).text == "a" * 32768
    assert refusal("路" * 10923) == "text is too long"
    assert refusal("<b>" * 10923, "HTML") == "text is too long"


def test_half_a_surrogate_pair_is_no_text() -> None:
    # MessageEntity.cpp: fix_formatted_text; SynchronousRequests.cpp: parseTextEntities
    assert refusal("a\ud83d") == "strings must be encoded in UTF-8"
    assert refusal("a\ud83d", "HTML") == "text must be encoded in UTF-8"
