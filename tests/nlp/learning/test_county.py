"""What the county's dictionary is learnt from."""

import subprocess
import sys
from pathlib import Path

import pytest

from nlp.learning import county
from nlp.word_files import words_of
from tests.nlp.samples import REAL, WHERE_REAL


def test_every_category_has_examples() -> None:
    assert {message.label for message in county.examples()} == set(words_of("categories"))


def test_without_messages_it_says_where_it_looked_and_writes_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "nlp.learning.county", str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"There are no messages to learn from in {tmp_path}.")


@pytest.mark.skipif(not (REAL / "dev_categories.csv").exists(), reason=WHERE_REAL)
def test_no_guessed_message_equals_one_that_was_labelled_by_hand_in_title_or_body() -> None:
    by_hand, guessed = county.labelled(REAL), county.guessed(REAL)
    assert not {one.title.strip() for one in by_hand} & {one.title.strip() for one in guessed} - {""}
    assert not {one.detail.strip() for one in by_hand} & {one.detail.strip() for one in guessed} - {""}
    assert all(one.weight < 1 for one in guessed)
