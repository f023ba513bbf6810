from bot.rules.words import WordChange, changed, laid_over

DELIVERED = {"water": {"水库": 6.0, "井": 4.0}}
POND = WordChange("water", "塘坝", 4)


def test_changes_stand_on_top_of_the_delivered_words() -> None:
    changes = (POND, WordChange("water", "井", 0), WordChange("roads", "桥", 2))
    assert changed(DELIVERED, changes) == {"water": {"水库": 6.0, "塘坝": 4}, "roads": {"桥": 2}}
    assert DELIVERED == {"water": {"水库": 6.0, "井": 4.0}}


def test_the_later_change_of_a_word_counts() -> None:
    lighter = WordChange("water", "塘坝", 2)
    assert laid_over((POND,), (lighter,), DELIVERED) == (lighter,)


def test_what_leaves_a_word_as_delivered_is_no_change() -> None:
    earlier = (POND, WordChange("water", "井", 0))
    assert laid_over(earlier, (WordChange("water", "井", 4), WordChange("water", "塘坝", 0)), DELIVERED) == ()
