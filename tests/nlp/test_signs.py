from nlp.signs import runs, smoothed


def test_numbers_are_one_and_what_is_no_word_is_a_space() -> None:
    assert smoothed("12号楼,Wifi坏了!!") == "^0号楼 wifi坏了$"


def test_runs_are_of_one_to_three_signs() -> None:
    assert sorted(runs("^没水$")) == sorted(["^", "没", "水", "$", "^没", "没水", "水$", "^没水", "没水$"])
