from bot.chatserver.formatting import format_text
from tests.chatserver.formatting.reading import shown


def _spans(source: str) -> list[tuple[str, str]]:
    return shown(format_text(source, parse_mode="HTML"))


def test_a_style_is_cut_where_another_begins() -> None:
    # MessageEntity.cpp: split_entities
    assert _spans("<b>一<i>二</i>三</b>") == [("bold", "一"), ("bold", "二三"), ("italic", "二")]


def test_a_style_is_cut_at_the_edges_of_a_link() -> None:
    assert _spans('<b>一<a href="http://a.cn">二</a>三</b>') == [
        ("bold", "一"),
        ("text_link", "二"),
        ("bold", "二"),
        ("bold", "三"),
    ]


def test_styles_of_one_kind_that_touch_become_one() -> None:
    assert _spans("<b>一</b><b>二</b>") == [("bold", "一二")]


def test_no_style_reaches_into_code() -> None:
    # MessageEntity.cpp: get_pre_entities_mask
    assert _spans("<b>一<code>二</code>三</b>") == [("bold", "一"), ("code", "二"), ("bold", "三")]


def test_of_two_links_in_one_another_the_outer_stays() -> None:
    # MessageEntity.cpp: remove_intersecting_entities
    assert _spans('<a href="http://a.cn">一<a href="http://b.cn">二</a></a>') == [("text_link", "一二")]


def test_a_quote_holds_links_but_does_not_cross_them() -> None:
    # MessageEntity.cpp: remove_entities_intersecting_blockquote
    assert _spans('<blockquote><a href="http://a.cn">一</a></blockquote>') == [
        ("blockquote", "一"),
        ("text_link", "一"),
    ]
    assert _spans('<a href="http://a.cn"><blockquote>一</blockquote>二</a>') == [("blockquote", "一")]


def test_crossing_styles_are_cut() -> None:
    given = [{"type": "bold", "offset": 0, "length": 3}, {"type": "italic", "offset": 1, "length": 3}]
    made = format_text("一二三四", entities=given)
    assert shown(made) == [("bold", "一"), ("italic", "二三四"), ("bold", "二三")]


def test_given_entities_are_sorted() -> None:
    given = [{"type": "italic", "offset": 1, "length": 1}, {"type": "bold", "offset": 0, "length": 1}]
    assert shown(format_text("一二", entities=given)) == [("bold", "一"), ("italic", "二")]


def test_a_message_keeps_a_hundred_entities_and_code_before_styles() -> None:
    # MessageEntity.cpp: get_input_message_entities, MAX_USER_ENTITY_COUNT
    source = "<b>粗</b>、" * 80 + "<code>码</code>、" * 40 + '<tg-emoji emoji-id="5">😀</tg-emoji>、'
    kinds = [kind for kind, _ in _spans(source)]
    assert [kinds.count(kind) for kind in ("bold", "code", "custom_emoji")] == [60, 40, 1]


def test_what_is_found_in_a_bold_text_cuts_it() -> None:
    # MessageEntity.cpp: merge_new_entities
    assert _spans("<b>看 #路灯 吧</b>") == [("bold", "看 "), ("hashtag", "#路灯"), ("bold", "#路灯"), ("bold", " 吧")]
