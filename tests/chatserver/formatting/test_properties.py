import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.chatserver.formatting import Entity, Formatted, FormattingError, format_text, utf16_length
from bot.chatserver.formatting.clean import clean_string
from bot.chatserver.formatting.utf16 import Ruler

_PIECES = [
    *("<b>", "</b>", "<i>", "</i>", "<a href='http://a.cn'>", "</a>", "<pre>", "</pre>", "<code>", "</code>"),
    *("<blockquote>", "</blockquote>", "<tg-emoji emoji-id='5'>", "</tg-emoji>", "&lt;", "&#128512;", "&", "<", ">"),
    *("*", "_", "__", "`", "```", "[", "](http://a.cn)", "](tg://user?id=5)", "||", "~", "\\", "![", "\n>", "\r"),
    *("http://", "a.cn", "@wang", "/start", "#路", "$USD", "tg://a?", "a@b.cn", ".", "/", ":", "?", "@"),
    *("路", "灯", "。", "\uff0c", "😀", " ", "\n", "\u202e", "\u200e", "\u030a", "\0", "1", "a", "\ud83d"),
]
_TEXTS = st.one_of(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join), st.text(max_size=60))
_MODES = st.sampled_from([None, "HTML", "Markdown", "MarkdownV2"])
_KINDS = st.sampled_from(
    ["bold", "italic", "underline", "spoiler", "code", "pre", "blockquote", "expandable_blockquote", "date_time"]
)
_PLACES = st.integers(min_value=0, max_value=30)
_SOUND = st.fixed_dictionaries({"type": _KINDS, "offset": _PLACES, "length": _PLACES, "unix_time": st.just(5)})
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
_FIELDS = ("type", "offset", "length", "url", "user", "language", "custom_emoji_id", "unix_time", "date_time_format")
_UNSOUND = st.dictionaries(st.sampled_from(_FIELDS), _JSON | _PLACES | _KINDS, max_size=9)


def _made(text: str, mode: str | None, entities: object = None) -> Formatted | None:
    try:
        return format_text(text, parse_mode=mode, entities=entities)
    except FormattingError:
        return None


def _end(entity: Entity) -> int:
    return entity["offset"] + entity["length"]


def _check_places(made: Formatted) -> None:
    ruler = Ruler(made.text)
    for entity in made.entities:
        assert 0 <= entity["offset"] < _end(entity) <= utf16_length(made.text)
        assert not ruler.cuts_a_character(entity["offset"])
        assert not ruler.cuts_a_character(_end(entity))
    places = [(entity["offset"], -entity["length"]) for entity in made.entities]
    assert places == sorted(places)


def _check_nesting(made: Formatted) -> None:
    for place, outer in enumerate(made.entities):
        for inner in made.entities[place + 1 :]:
            assert inner["offset"] >= _end(outer) or _end(inner) <= _end(outer)


@given(_TEXTS, _MODES)
def test_any_text_is_refused_or_comes_out_with_sound_entities(text: str, mode: str | None) -> None:
    made = _made(text, mode)
    if made is not None:
        _check_places(made)
        _check_nesting(made)


@given(_TEXTS, st.lists(_SOUND, max_size=8))
def test_any_given_places_are_refused_or_nest(text: str, entities: list[object]) -> None:
    made = _made(text, None, entities)
    if made is not None:
        _check_places(made)
        _check_nesting(made)


@given(_TEXTS, st.lists(_UNSOUND | _JSON, max_size=4) | _JSON)
def test_no_json_does_more_than_be_refused(text: str, entities: object) -> None:
    made = _made(text, None, entities)
    if made is not None:
        _check_places(made)


@given(st.text(max_size=60))
def test_a_text_without_markup_survives_but_for_cleaning(text: str) -> None:
    assert format_text(text).text == clean_string(text).strip(" \n")


@given(st.text(max_size=60), st.sampled_from(["HTML", "MarkdownV2"]))
def test_an_escaped_text_comes_out_as_itself(text: str, mode: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if mode == "MarkdownV2":
        escaped = re.sub(r"([\x01-\x7e])", r"\\\1", text)
    assert format_text(escaped, parse_mode=mode) == format_text(text)


@given(_TEXTS, _MODES)
def test_a_formatted_text_sent_again_stays_as_it_is(text: str, mode: str | None) -> None:
    made = _made(text, mode)
    if made is None or any("user_id" in entity for entity in made.entities):
        return
    assert format_text(made.text, entities=list(made.entities)) == made


@given(_TEXTS)
def test_what_is_found_does_not_overlap(text: str) -> None:
    made = _made(text, None)
    if made is not None:
        assert all(_end(first) <= second["offset"] for first, second in pairwise(made.entities))
