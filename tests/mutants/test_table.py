"""That `make mutants` tries what it says; what comes of it is tried there, not here."""

import pytest

from tests.mutants.mutant import TREE, Mutant, read_table

MUTANTS = read_table()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_every_breakage_can_be_applied_and_still_is_python(mutant: Mutant) -> None:
    compile(mutant.broken(TREE), mutant.file, "exec")


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_every_test_that_should_notice_is_there(mutant: Mutant) -> None:
    for test in mutant.tests:
        file, _, name = test.partition("::")
        assert f"def {name.partition('[')[0]}(" in (TREE / file).read_text(encoding="utf-8") if name else True
        assert (TREE / file).is_file()


def test_a_breakage_that_does_not_fit_any_more_says_so() -> None:
    with pytest.raises(ValueError, match="0 times in nlp/"):
        Mutant("gone", "nlp/redact.py", "no such text", "", ()).broken(TREE)


def test_there_are_ten() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == 10
