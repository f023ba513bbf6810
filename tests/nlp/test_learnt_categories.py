"""The committed learnt words."""

from pathlib import Path

from nlp.categories import LEARNT, category_of, county_dictionary
from nlp.dictionary_file import write_dictionary
from nlp.learning.messages import hidden_names
from nlp.word_files import words_of


def test_the_labels_are_the_county_s_categories() -> None:
    assert set(county_dictionary().labels) == set(words_of("categories"))


def test_they_hold_no_digits_and_no_names() -> None:
    words = {word for table in county_dictionary().tables[:4] for word in table.rows}
    assert not any(sign.isdigit() for word in words for sign in word)
    assert not [word for word in words if not hidden_names().isdisjoint(word.split())]


def test_the_file_is_small_and_is_what_would_be_written(tmp_path: Path) -> None:
    again = tmp_path / "again.tsv"
    write_dictionary(county_dictionary(), again)
    assert again.read_bytes() == LEARNT.read_bytes()
    assert LEARNT.stat().st_size < 5_000_000


def test_a_wording_that_no_hand_wrote_is_laid_to_its_category_too() -> None:
    assert category_of("穗子全是空的").category == "farming"
