import io
import json
import sys
from typing import Any

import pytest

from bot.__main__ import main
from bot.reading.redacting import LineFaulty, redacted_lines


def told(*lines: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in redacted_lines(lines)]


def test_plain_lines_and_json_are_answered_in_their_order() -> None:
    texts = ["电话13812345678", "", '{"text": "住3号楼2单元501", "id": 7}', "  没有什么"]
    first, empty, second, last = told(*(text.encode() + b"\r\n" for text in texts))
    assert first == {"redacted": "电话〔电话〕", "spans": [{"start": 2, "end": 13, "kind": "phone"}]}
    assert empty == {"redacted": "", "spans": []}
    assert second == {"redacted": "住〔门牌〕", "spans": [{"start": 1, "end": 10, "kind": "house"}]}
    assert last == {"redacted": "  没有什么", "spans": []}


def test_offsets_are_those_of_the_text_as_it_was_given() -> None:
    (answer,) = told("😀\u200b电话138 1234 5678。".encode())
    assert answer["spans"] == [{"start": 4, "end": 17, "kind": "phone"}]


def test_half_a_surrogate_pair_is_answered_too() -> None:
    (answer,) = told(rb'{"text": "\ud83d 13812345678"}')
    assert answer["redacted"] == "\ud83d 〔电话〕"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b'{"text": ', "Line 2 begins like JSON and is none: see it at character 10."),
        (b'{"words": "x"}', 'Line 2 is a JSON object without a string called "text".'),
        (b'{"text": 5}', 'Line 2 is a JSON object without a string called "text".'),
        (b"\xff\xfe", "Line 2 is not UTF-8."),
    ],
)
def test_a_line_that_cannot_be_read_is_told_by_its_number(line: bytes, fault: str) -> None:
    with pytest.raises(LineFaulty) as faulty:
        told("好".encode(), line)
    assert str(faulty.value).startswith(fault)


def test_the_verb_answers_what_stands_before_a_bad_line_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "argv", ["huiyin", "redact"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("老李家没水\n{\n".encode())))
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsysbinary.readouterr()
    assert ended.value.code == 1
    assert json.loads(said.out)["redacted"] == "〔某家〕没水"
    assert said.err.startswith(b"Line 2 begins like JSON and is none")
