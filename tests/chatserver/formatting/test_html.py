import pytest

from bot.chatserver.formatting import format_text
from tests.chatserver.formatting.reading import refusal, shown

_UNPAIRED = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
        ("STRONG", "bold"),
    ],
)
def test_every_tag_makes_its_entity(tag: str, kind: str) -> None:
    # https://core.telegram.org/bots/api#html-style
    made = format_text(f"看<{tag}>急</{tag}>", parse_mode="HTML")
    assert made.text == "看急"
    assert made.entities == ({"type": kind, "offset": 1, "length": 1},)


@pytest.mark.parametrize(
    ("source", "kind", "field", "value"),
    [
        ('<a href="http://a.cn">x</a>', "text_link", "url", "http://a.cn/"),
        ("<a>a.cn</a>", "text_link", "url", "http://a.cn/"),
        ("<a href='tg://user?id=5'>x</a>", "text_mention", "user_id", 5),
        ('<pre><code class="language-py">x</code></pre>', "pre", "language", "py"),
        ('<code class="language-py"><pre>x</pre></code>', "pre", "language", "py"),
        ('<tg-emoji emoji-id="53">😀</tg-emoji>', "custom_emoji", "custom_emoji_id", "53"),
        ('<tg-time unix="1700000000" format="wDT">x</tg-time>', "date_time", "date_time_format", "wDT"),
        ('<tg-time unix="1700000000">x</tg-time>', "date_time", "unix_time", 1700000000),
    ],
)
def test_attributes_become_fields(source: str, kind: str, field: str, value: object) -> None:
    (entity,) = format_text(source, parse_mode="HTML").entities
    assert entity["type"] == kind
    assert dict(entity)[field] == value


def test_a_language_outside_of_pre_is_forgotten() -> None:
    (entity,) = format_text('<code class="language-py">x</code>', parse_mode="HTML").entities
    assert entity == {"type": "code", "offset": 0, "length": 1}


def test_a_span_is_a_spoiler_or_nothing() -> None:
    assert shown(format_text('<span class="tg-spoiler">x</span>', parse_mode="HTML")) == [("spoiler", "x")]
    assert refusal("<span>x</span>", "HTML") == (
        'can\'t parse entities: Tag "span" must have class "tg-spoiler" at byte offset 0'
    )


@pytest.mark.parametrize("attribute", ["expandable", "expandable=''", "  expandable "])
def test_a_quote_may_be_expandable(attribute: str) -> None:
    made = format_text(f"<blockquote {attribute}>长</blockquote>", parse_mode="HTML")
    assert shown(made) == [("expandable_blockquote", "长")]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;&gt;&amp;&quot;", '<>&"'),
        ("&#36335;&#x8def;", "路路"),
        ("&lt b", "< b"),
        ("&apos;&nbsp;&;&#;&#0;&#x110000;", "&apos;&nbsp;&;&#;&#0;&#x110000;"),
        ("&#00000065;", "&#00000065;"),
    ],
)
def test_references_are_decoded_and_others_stay(source: str, text: str) -> None:
    # MessageEntity.cpp: decode_html_entity
    assert format_text(source, parse_mode="HTML").text == text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("路<x>", 'Unsupported start tag "x" at byte offset 3'),
        ("<b/>", 'Unsupported start tag "b/" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b ", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<b a", 'Unclosed start tag "b" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<a href=a/b>", "Unexpected end of name token at byte offset 8"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b><i>x</b>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<tg-emoji emoji-id='x'>😀</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<tg-time unix='5' format='x'>x</tg-time>", "Invalid date format used"),
        ("&#xd83d;&#xde00;", _UNPAIRED),
    ],
)
def test_bad_html_is_refused_in_the_official_words(source: str, words: str) -> None:
    # MessageEntity.cpp: parse_html
    assert refusal(source, "HTML") == f"can't parse entities: {words}"


def test_a_nameless_end_tag_closes_the_last_one() -> None:
    assert shown(format_text("<b>急</>", parse_mode="HTML")) == [("bold", "急")]


def test_an_empty_tag_and_a_wrong_link_leave_their_text_alone() -> None:
    made = format_text('a<b></b><a href="nowhere">b</a>', parse_mode="HTML")
    assert (made.text, made.entities) == ("ab", ())
