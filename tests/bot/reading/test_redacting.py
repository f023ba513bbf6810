import io
import json
import sys
from typing import Any

import pytest

from bot.__main__ import main
from bot.reading.redacting import redact_stdin, redacted
from bot.rules.errors import Problem

Said = pytest.CaptureFixture[bytes]


def give(monkeypatch: pytest.MonkeyPatch, *lines: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"".join(line + b"\r\n" for line in lines))))


def test_plain_lines_and_json_are_answered_in_their_order(monkeypatch: pytest.MonkeyPatch, capsysbinary: Said) -> None:
    texts = ["电话13812345678", "", '{"text": "住3号楼2单元501", "id": 7}', "  没有什么"]
    give(monkeypatch, *(text.encode() for text in texts))
    redact_stdin()
    first, empty, second, last = map(json.loads, capsysbinary.readouterr().out.splitlines())
    assert first == {"redacted": "电话〔电话〕", "spans": [{"start": 2, "end": 13, "kind": "phone"}]}
    assert empty == {"redacted": "", "spans": []}
    assert second == {"redacted": "住〔门牌〕", "spans": [{"start": 1, "end": 10, "kind": "house"}]}
    assert last == {"redacted": "  没有什么", "spans": []}


def test_offsets_are_those_of_the_text_as_it_was_given() -> None:
    answer: dict[str, Any] = json.loads(redacted("😀\u200b电话138 1234 5678。"))
    assert answer["spans"] == [{"start": 4, "end": 17, "kind": "phone"}]


def test_half_a_surrogate_pair_is_answered_too(monkeypatch: pytest.MonkeyPatch, capsysbinary: Said) -> None:
    give(monkeypatch, rb'{"text": "\ud83d 13812345678"}')
    redact_stdin()
    assert json.loads(capsysbinary.readouterr().out)["redacted"] == "\ud83d 〔电话〕"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b'{"text": ', "Line 2: it begins like JSON and is none: see it at character 10."),
        (b'{"words": "x"}', 'Line 2: it is a JSON object without a string called "text".'),
        (b'{"text": 5}', 'Line 2: it is a JSON object without a string called "text".'),
        (b"\xff\xfe", "Line 2: it is no text in UTF-8."),
    ],
)
def test_a_line_that_cannot_be_read_is_told_by_its_number_and_the_others_are_answered(
    line: bytes, fault: str, monkeypatch: pytest.MonkeyPatch, capsysbinary: Said
) -> None:
    give(monkeypatch, "老李家没水".encode(), line, "好".encode())
    with pytest.raises(Problem, match="1 line was not answered"):
        redact_stdin()
    said = capsysbinary.readouterr()
    assert said.err.decode().strip() == fault
    assert [json.loads(answer)["redacted"] for answer in said.out.splitlines()] == ["〔某家〕没水", "好"]


def test_the_verb_fails_after_a_bad_line(monkeypatch: pytest.MonkeyPatch, capsysbinary: Said) -> None:
    monkeypatch.setattr(sys, "argv", ["huiyin", "redact"])
    give(monkeypatch, b"{")
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert b"1 line was not answered" in capsysbinary.readouterr().err
