from bot.chatserver.formatting import utf16_length, utf16_slice
from bot.chatserver.formatting.utf16 import Ruler


def test_a_chinese_character_counts_once_and_an_emoji_twice() -> None:
    # https://core.telegram.org/api/entities#entity-length
    assert utf16_length("路灯") == 2
    assert utf16_length("😀") == 2
    assert utf16_length("👨‍👩‍👧") == 8


def test_a_slice_gives_back_what_an_entity_covers() -> None:
    assert utf16_slice("😀路灯坏了", 2, 2) == "路灯"
    assert utf16_slice("路灯", 1, 50) == "灯"
    assert utf16_slice("路灯", 2, 1) == ""


def test_a_slice_leaves_out_half_an_emoji() -> None:
    assert utf16_slice("a😀b", 0, 2) == "a"
    assert utf16_slice("a😀b", 2, 2) == "b"


def test_a_ruler_converts_between_characters_units_and_bytes() -> None:
    ruler = Ruler("a😀b路😀")
    assert [ruler.units(place) for place in range(6)] == [0, 1, 3, 4, 5, 7]
    assert [ruler.character(unit) for unit in range(8)] == [0, 1, 2, 2, 3, 4, 5, 5]
    assert [unit for unit in range(8) if ruler.cuts_a_character(unit)] == [2, 6]
    assert [ruler.byte(place) for place in range(6)] == [0, 1, 5, 6, 9, 13]
