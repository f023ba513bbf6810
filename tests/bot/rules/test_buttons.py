import pytest

from bot.rules.buttons import Button, Tap, read_tap

ROW_ID = 10**18 - 1


def test_a_tap_brings_back_what_its_button_says() -> None:
    assert read_tap(Button("accept", "accept", 127, 3).callback_data) == Tap("accept", 127, 3)


def test_the_longest_button_fits_into_what_the_bot_api_takes() -> None:
    # telegram.md §1.2: callback_data is at most 64 bytes
    assert len(Button("x", "judge_unsolved", ROW_ID, ROW_ID).callback_data) <= 64
    with pytest.raises(ValueError, match="cannot be a button's data"):
        Button("x", "a" * 60, 127, 3)


@pytest.mark.parametrize("verb", ["", "Accept", "接手", "a:b"])
def test_a_verb_is_a_word_of_small_letters(verb: str) -> None:
    with pytest.raises(ValueError, match="cannot be a button's data"):
        Button("x", verb)


@pytest.mark.parametrize(
    "forged", [None, "", "accept", "accept:1", "accept:-1:0", "accept:1:0:0", "accept:١:0", "a:1:0\n"]
)
def test_whatever_no_button_says_is_no_tap(forged: str | None) -> None:
    assert read_tap(forged) is None
