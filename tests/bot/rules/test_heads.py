from dataclasses import dataclass

import pytest

from bot.rules.heads import head_of


@dataclass
class Posted:
    post: str


@pytest.mark.parametrize(
    ("posts", "head"),
    [
        (["副局长", "局长"], "局长"),
        (["信访室主任", "民政所所长", "干事"], None),
        (["党组书记、局长"], "党组书记、局长"),
        (["书记", "局长"], "局长"),
        ([], None),
    ],
)
def test_the_head_of_a_unit_is_told_by_the_post(posts: list[str], head: str | None) -> None:
    found = head_of([Posted(post) for post in posts])
    assert (found.post if found else None) == head
