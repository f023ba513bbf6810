import pytest

from bot.rules.people import language_of


@pytest.mark.parametrize(
    ("code", "language"),
    [(None, "zh-Hans"), ("", "zh-Hans"), ("zh-hant", "zh-Hans"), ("ko", "zh-Hans"), ("en", "en"), ("EN-gb", "en")],
)
def test_chinese_is_spoken_to_everybody_who_does_not_ask_for_english(code: str | None, language: str) -> None:
    assert language_of(code) == language
