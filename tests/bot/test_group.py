import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.bot.huiyin import huiyin

if TYPE_CHECKING:
    from subprocess import CompletedProcess

HOUSEHOLDS: list[dict[str, Any]] = [
    {"id": 7, "text": "卫生室没有药", "village": "磨石沟", "household": "0017"},
    {"id": "东-8", "text": "卫生所缺药好久了", "village": "磨石沟", "household": "0021"},
    {"id": 9, "title": "卫生室没有药", "detail": "老人买降压药要跑镇上", "village": "柳树屯"},
    {"id": 10, "text": "俺娘低保停了", "village": "磨石沟", "household": None},
]


def group(*lines: str | bytes) -> "CompletedProcess[str]":
    told = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return huiyin("group", folder=Path(), said=told)


def as_lines(messages: list[dict[str, Any]]) -> list[str]:
    return [json.dumps(message, ensure_ascii=False) for message in messages]


def test_messages_of_one_matter_come_out_as_a_group_with_its_reasons() -> None:
    ended = group(*as_lines(HOUSEHOLDS), "")
    assert (ended.returncode, ended.stderr) == (0, "")
    [found] = [json.loads(line) for line in ended.stdout.splitlines()]
    assert found == {"ids": [7, "东-8"], "why": {"keywords": ["没药"], "places": ["卫生室"], "households": 2}}


def test_nothing_told_is_no_group_and_no_error() -> None:
    ended = group("")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_every_bad_line_is_named_and_then_nothing_is_grouped() -> None:
    ended = group(
        *as_lines(HOUSEHOLDS), '{"id": 1, "text": ', "[]", '{"id": 2}', '{"text": "路灯坏了"}', '{"id": 7, "text": ""}'
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    said = ended.stderr.splitlines()
    assert [line.partition(".")[0] for line in said] == [
        "Line 5 is not JSON",
        "Line 6 is not an object",
        "Line 7 has no text",
        "Line 8 has no id",
        "Line 9 has the id 7 again",
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b'{"id": 1, "text": "\xff"}', "Line 1 is not in UTF-8."),
        ('{"id": true, "text": "路灯坏了"}', "Line 1 has no id."),
        ('{"id": 1, "text": 5}', "Line 1 has no text."),
        ('{"id": 1, "text": "路灯坏了", "village": ["a"]}', "Line 1 has a village that is neither"),
    ],
)
def test_a_fault_is_a_sentence_with_the_line_and_what_to_do(line: str | bytes, fault: str) -> None:
    ended = group(line)
    assert ended.returncode == 1
    assert ended.stderr.startswith(fault)
    assert "Traceback" not in ended.stderr
