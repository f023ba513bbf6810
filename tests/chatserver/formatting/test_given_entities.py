import pytest

from bot.chatserver.formatting import format_text
from tests.chatserver.formatting.reading import refusal, shown


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({"type": "pre", "language": "py"}, {"language": "py"}),
        ({"type": "pre", "language": ""}, {}),
        ({"type": "text_link", "url": "a.cn"}, {"url": "http://a.cn/"}),
        ({"type": "text_mention", "user": {"id": 5, "first_name": "王"}}, {"user_id": 5}),
        ({"type": "custom_emoji", "custom_emoji_id": "53"}, {"custom_emoji_id": "53"}),
        ({"type": "custom_emoji", "custom_emoji_id": 53}, {"custom_emoji_id": "53"}),
        (
            {"type": "date_time", "unix_time": 5, "date_time_format": "TtDW"},
            {"unix_time": 5, "date_time_format": "wDt"},
        ),
        ({"type": "date_time", "unix_time": 5}, {"unix_time": 5, "date_time_format": ""}),
        ({"type": "expandable_blockquote", "more": [1]}, {}),
    ],
)
def test_a_given_entity_is_kept_with_its_fields(given: dict[str, object], fields: dict[str, object]) -> None:
    # Client.cpp: get_text_entity_type, JsonEntity
    made = format_text("看看", entities=[{"offset": 1, "length": 1, **given}])
    assert made.entities == ({"type": given["type"], "offset": 1, "length": 1, **fields},)


def test_numbers_may_come_as_strings() -> None:
    # JsonBuilder.cpp: get_required_int_field
    assert shown(format_text("看看", entities=[{"type": "bold", "offset": "1", "length": "1"}])) == [("bold", "看")]


def test_a_link_to_a_user_is_a_mention() -> None:
    # MessageEntity.cpp: get_message_entities, textEntityTypeTextUrl
    given = [{"type": "text_link", "offset": 0, "length": 1, "url": "tg://user?id=5"}]
    assert format_text("看", entities=given).entities == (
        {"type": "text_mention", "offset": 0, "length": 1, "user_id": 5},
    )


@pytest.mark.parametrize("kind", ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"])
def test_what_the_server_finds_itself_is_not_believed(kind: str) -> None:
    # Client.cpp: get_text_entity_type gives nullptr
    assert format_text("看", entities=[{"type": kind, "offset": 0, "length": 1}]).entities == ()


@pytest.mark.parametrize("given", [None, {}, "[]", 5])
def test_what_is_no_list_is_ignored(given: object) -> None:
    # Client.cpp: get_formatted_text reads an Array only
    assert format_text("看", entities=given).entities == ()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (5, "expected an Object"),
        ({}, 'Can\'t find field "offset"'),
        ({"offset": 0}, 'Can\'t find field "length"'),
        ({"offset": None, "length": 1}, 'Field "offset" must be a Number'),
        ({"offset": True, "length": 1}, 'Field "offset" must be a Number'),
        ({"offset": 0.0, "length": 1}, 'Field "offset" must be a valid Number'),
        ({"offset": "01", "length": 1}, 'Field "offset" must be a valid Number'),
        ({"offset": 1 << 31, "length": 1}, 'Field "offset" must be a valid Number'),
        ({"offset": 0, "length": 1}, 'Can\'t find field "type"'),
        ({"offset": 0, "length": 1, "type": ""}, "Type is not specified"),
        ({"offset": 0, "length": 1, "type": []}, 'Field "type" must be of type String'),
        ({"offset": 0, "length": 1, "type": "loud"}, "Unsupported type specified"),
        ({"offset": 0, "length": 1, "type": "text_link"}, 'Can\'t find field "url"'),
        ({"offset": 0, "length": 1, "type": "text_mention"}, 'Can\'t find field "user"'),
        ({"offset": 0, "length": 1, "type": "text_mention", "user": 5}, 'Field "user" must be of type Object'),
        ({"offset": 0, "length": 1, "type": "custom_emoji"}, 'Can\'t find field "custom_emoji_id"'),
        (
            {"offset": 0, "length": 1, "type": "date_time", "unix_time": 5, "date_time_format": "x"},
            "Invalid date-time format specified",
        ),
    ],
)
def test_a_malformed_entity_is_refused_in_the_official_words(given: object, words: str) -> None:
    # Client.cpp: get_text_entity, get_text_entity_type; JsonBuilder.cpp
    assert refusal("看", entities=[given]) == f"can't parse MessageEntity: {words}"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"offset": -1, "length": 1}, "receive an entity with incorrect offset -1"),
        ({"offset": 1000001, "length": 1}, "receive an entity with incorrect offset 1000001"),
        ({"offset": 0, "length": -1}, "receive an entity with incorrect length -1"),
        ({"offset": 9, "length": 1}, "entity begins after the end of the text at UTF-16 offset 9"),
        (
            {"offset": 1, "length": 9},
            "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10",
        ),
        ({"offset": 2, "length": 1}, "entity begins in a middle of a UTF-16 symbol at byte offset 7"),
        (
            {"offset": 0, "length": 2},
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 7",
        ),
    ],
)
def test_an_entity_in_a_wrong_place_is_refused_in_the_official_words(given: dict[str, object], words: str) -> None:
    # MessageEntity.cpp: fix_formatted_text, clean_input_string_with_entities
    assert refusal("看😀看", entities=[{"type": "bold", **given}]) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"type": "text_link", "url": "nowhere"}, "entity URL 'nowhere' is invalid: Wrong HTTP URL"),
        ({"type": "text_link", "url": "git://a.cn"}, "entity URL 'git://a.cn' is invalid: Unsupported URL protocol"),
        ({"type": "text_link", "url": ""}, "entity URL '' is invalid: URL host is empty"),
        ({"type": "text_link", "url": "\ud83d"}, "messageEntityTextUrl.url must be encoded in UTF-8"),
        ({"type": "custom_emoji", "custom_emoji_id": 0}, "invalid custom emoji identifier specified"),
        ({"type": "date_time", "unix_time": 0}, "invalid date specified"),
    ],
)
def test_an_entity_with_a_wrong_field_is_refused_in_the_official_words(given: dict[str, object], words: str) -> None:
    # MessageEntity.cpp: get_message_entities; LinkManager.cpp: check_link
    assert refusal("看", entities=[{"offset": 0, "length": 1, **given}]) == words


def test_an_empty_entity_and_a_mention_of_nobody_are_left_out() -> None:
    # MessageEntity.cpp: remove_empty_entities
    given = [
        {"type": "bold", "offset": 0, "length": 0},
        {"type": "text_mention", "offset": 0, "length": 1, "user": {"id": 0}},
    ]
    assert format_text("看", entities=given).entities == ()
