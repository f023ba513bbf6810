from nlp.phrases import Hit, Phrasebook


def found(phrase: str, text: str) -> list[Hit]:
    return Phrasebook({"kind": [phrase]}).find(text)


def test_a_phrase_may_have_alternatives_and_gaps() -> None:
    assert found("墙|房…要倒|要塌", "后墙说话就要塌") == [Hit("kind", 1, 7)]
    assert found("墙|房…要倒|要塌", "要塌的是墙") == []


def test_a_gap_ends_with_the_sentence_and_after_ten_signs() -> None:
    assert found("墙…倒", "看看墙。水倒了") == []
    assert found("墙…倒", "墙一二三四五六七八九十倒")
    assert found("墙…倒", "墙一二三四五六七八九十一倒") == []


def test_only_the_bar_and_the_gap_mean_something() -> None:
    assert found("a.b|(c)", "a.b (c) axb") == [Hit("kind", 0, 3), Hit("kind", 4, 7)]
