from pathlib import Path

from tests.bot.rules import lifecycle_page, verbs_page

DOCS = Path(__file__).parents[3] / "docs"


def test_the_page_about_the_lifecycle_is_what_the_table_says() -> None:
    assert (DOCS / "lifecycle.md").read_text(encoding="utf-8") == lifecycle_page.page()


def test_the_page_about_who_may_do_what_is_what_the_table_says() -> None:
    assert (DOCS / "verbs.md").read_text(encoding="utf-8") == verbs_page.page()
