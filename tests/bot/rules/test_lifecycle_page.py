from pathlib import Path

from tests.bot.rules.lifecycle_page import page

DOCUMENT = Path(__file__).parents[3] / "docs" / "lifecycle.md"


def test_the_page_about_the_lifecycle_is_what_the_table_says() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == page()
