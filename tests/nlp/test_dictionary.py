from collections.abc import Mapping
from pathlib import Path

import pytest

from nlp.dictionary import Dictionary
from nlp.dictionary_file import NoDictionary, read_dictionary, write_dictionary
from nlp.table import Known, Table, row

NONE: Mapping[str, Known] = {}


def made(
    labels: tuple[str, ...], *tables: Mapping[str, Known], threshold: float = 0.6, hand: float = 0.0
) -> Dictionary:
    rows = [{feature: row(*known) for feature, known in of_kind.items()} for of_kind in tables]
    return Dictionary(labels, (0,) * len(labels), tuple(Table(len(labels), one) for one in rows), 2.0, threshold, hand)


LAMPS = made(
    ("药", "路灯"),
    NONE,
    NONE,
    {"路灯": (1.0, (-100, 100)), "窗户 玻璃": (2.0, (90, -90))},
    {"灯": (1.0, (-50, 50))},
    {"clinic": (1.0, (300, -300))},
    NONE,
)


def test_the_label_with_the_largest_sum_is_guessed_and_the_other_is_second() -> None:
    guess = LAMPS.guess("", "村口的路灯坏了")
    assert (guess.category, guess.runner_up, guess.words, guess.abstain) == ("路灯", "药", ("路灯",), False)


def test_a_pair_is_shown_as_it_stands_in_the_text() -> None:
    assert LAMPS.guess("", "窗户玻璃").words == ("窗户玻璃",)


def test_a_text_without_a_known_word_abstains_and_has_a_best_guess_even_so() -> None:
    guess = LAMPS.guess("", "嗯")
    assert (guess.confidence, guess.abstain, guess.words) == (0.5, True, ())
    assert guess.category in LAMPS.labels


def test_what_is_written_by_hand_is_added_on_top_and_wins() -> None:
    learnt = {"路灯": (1.0, (100, -100))}
    assert made(("clinic", "roads"), NONE, NONE, learnt, NONE, NONE, NONE).guess("", "路灯").category == "clinic"
    guess = made(("clinic", "roads"), NONE, NONE, learnt, NONE, NONE, NONE, hand=9.0).guess("", "村口的路灯坏了")
    assert (guess.category, guess.words[0]) == ("roads", "路灯")


def test_hand_written_words_speak_for_other_labels_by_their_category() -> None:
    guess = LAMPS.guess("", "疫苗啥时候打")
    assert (guess.category, guess.words) == ("药", ("疫苗",))


def test_a_word_counts_as_a_title_s_where_there_is_a_title() -> None:
    titled = made(("药", "路灯"), {"路灯": (1.0, (-100, 100))}, NONE, NONE, NONE, NONE, NONE)
    assert titled.guess("路灯坏了", "").confidence > titled.guess("", "路灯坏了").confidence


def test_a_file_holds_all_of_a_dictionary_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    first, again = tmp_path / "first.tsv", tmp_path / "again.tsv"
    write_dictionary(LAMPS, first)
    assert read_dictionary(first) == LAMPS
    write_dictionary(read_dictionary(first), again)
    assert first.read_bytes() == again.read_bytes()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("word\t路灯\t1.0\t1 2 3", "line 13: it needs a weight for each label."),
        ("word\t路灯\t1.0\tx y", "line 13: its weights must be whole numbers."),
        ("word\t路灯\tx\t1 2", "line 13: how rare the feature is, or a weight, is no number or too large."),
        ("路灯", "line 13: it begins with no kind of feature and no setting."),
    ],
)
def test_a_bad_line_is_named_by_its_number(tmp_path: Path, line: str, sentence: str) -> None:
    file = tmp_path / "bad.tsv"
    write_dictionary(made(LAMPS.labels, *[NONE] * 6), file)
    head = file.read_text(encoding="utf-8")
    assert len(head.splitlines()) == 11
    file.write_text(head + "# one more remark\n" + line + "\n", encoding="utf-8")
    with pytest.raises(NoDictionary) as bad:
        read_dictionary(file)
    assert str(bad.value).endswith(sentence)


@pytest.mark.parametrize("content", [b"", b"word\t1\n", b"\xff\xfe\x00"])
def test_what_is_no_dictionary_is_told_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "none.tsv"
    file.write_bytes(content)
    with pytest.raises(NoDictionary, match="huiyin train"):
        read_dictionary(file)
