"""`huiyin words show`, `keep`, `history` and `roll-back` as the office types them."""

import re

import pytest

from tests.bot.words.conftest import Words
from tests.bot.words.past import ODD


def test_a_kept_word_is_shown_told_of_and_rolled_back(words: Words) -> None:
    first = words("keep", "water", f"{ODD}=4.5", "抗旱=0", "--note", "说的是水塘")
    assert first.stdout == (
        "Version 1 is kept: a service that runs reads by it within ten seconds. To undo it: huiyin words roll-back 0\n"
    )
    shown = words("show", "饮水水利", "--most", "1000").stdout
    assert "│ 嘎斗" in shown
    assert "the county's (delivered: 6)" in shown
    words("keep", "water", f"{ODD}=2", "--note", "轻一点")
    words("roll-back", "1")
    told = words("history").stdout.splitlines()
    assert [re.sub(r", 20\d\d-\d\d-\d\d \d\d:\d\d", "", line) for line in told] == [
        "version 1: 说的是水塘",
        "  water 嘎斗: 0 → 4.5",
        "  water 抗旱: 6 → 0",
        "version 2: 轻一点",
        "  water 嘎斗: 4.5 → 2",
        "version 3: Back to version 1",
        "  water 嘎斗: 2 → 4.5",
    ]
    assert "Version 4 is kept" in words("roll-back", "0").stdout
    assert ODD not in words("show", "water").stdout


def test_words_are_shown_weightiest_first_and_the_learnt_ones_below(words: Words) -> None:
    rows = [line.split("│") for line in words("show", "roads", "--most", "1000").stdout.splitlines() if "│" in line]
    by_hand, learnt = (
        [float(weight) for _, _, weight, origin, _ in rows if origin.strip() == kind]
        for kind in ("hand-written", "learnt")
    )
    assert by_hand == sorted(by_hand, reverse=True)
    assert learnt == sorted(learnt, reverse=True)
    assert len(by_hand) > 10
    assert len(learnt) > 10


def test_before_any_version_the_history_says_so(words: Words) -> None:
    assert words("history").stdout == "The words are as delivered: nobody changed any.\n"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (("show", "tourism"), "'tourism' is no category that words are known for. Name one of these: "),
        (("keep", "water", ODD, "--note", "n"), "'嘎斗' has no weight. Write WORD=WEIGHT"),
        (("keep", "water", f"{ODD}=much", "--note", "n"), "'嘎斗=much': a weight is a number from 0 to 10."),
        (("keep", "water", f"{ODD}=11", "--note", "n"), "'嘎斗=11': a weight is a number from 0 to 10."),
        (("keep", "water", f"{ODD}=nan", "--note", "n"), "'嘎斗=nan': a weight is a number from 0 to 10."),
        (("keep", "water", f"{ODD}|=4", "--note", "n"), "The phrase '嘎斗|' has an empty word"),
        (("try", "water", "=4"), "The phrase '' has an empty word"),
        (("try", "water", f"{ODD}…,=4"), "The phrase '嘎斗…,' has a word without a letter or digit."),
        (("try", "water", f"{ODD}=4", f"{ODD}=5"), "嘎斗 is given twice."),
        (("try", "water", f"{ODD}=0"), "嘎斗 is no hand-written word of water, so it cannot be taken away."),
        (("keep", "water", f"{ODD}=4", "--note", " "), "The note is empty or no line of text."),
        (("keep", "water", "抗旱=6", "--note", "n"), "These words weigh that already."),
        (("roll-back", "7"), "There is no version 7. Known: 0 alone (as delivered)"),
        (("roll-back", "0"), "The words are as in version 0 already."),
    ],
    ids=str,
)
def test_bad_input_is_a_sentence_and_changes_nothing(words: Words, said: tuple[str, ...], sentence: str) -> None:
    ended = words(*said)
    assert ended.returncode == 1
    assert ended.stderr.startswith(sentence)
    assert "nobody changed any" in words("history").stdout


def test_an_unknown_category_is_answered_with_the_names_of_all(words: Words) -> None:
    said = words("show", "tourism").stderr
    assert "roads 道路交通" in said
    assert "other 其他" in said
