"""`huiyin train`, `evaluate` and `classify` as somebody types them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nlp.dictionary_file import write_dictionary
from nlp.learning.training import train
from tests.bot.huiyin import huiyin
from tests.nlp.learning.lessons import lessons, lessons_csv

KEYS = ["category", "confidence", "second", "words", "danger", "private", "about_cadre", "is_appeal", "abstain"]


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("learnt") / "lamps.tsv"
    write_dictionary(train(lessons()), file)
    return file


def classify(said: bytes, *options: str) -> "subprocess.CompletedProcess[str]":
    return huiyin("classify", *options, folder=Path(), said=said)


def answers(ended: "subprocess.CompletedProcess[str]") -> list[dict[str, Any]]:
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_each_line_is_answered_in_order_with_what_it_says() -> None:
    lines = (
        "村东头的路灯坏了",
        '{"text": "俺男人又打俺 拿着刀 救命"}',
        '{"title": "低保停了", "detail": "俺娘的低保停了 家里困难"}',
    )
    ended = classify("\n".join(lines).encode())
    lamp, danger, benefit = answers(ended)
    assert [list(answer) for answer in (lamp, danger, benefit)] == [KEYS] * 3
    assert (lamp["category"], lamp["danger"], lamp["private"], lamp["is_appeal"]) == ("roads", None, None, "yes")
    assert (danger["danger"], danger["private"]) == ("violence", "violence_at_home")
    assert benefit["category"] == "low_income"
    assert "低保" in benefit["words"]
    assert 0 < benefit["confidence"] <= 1
    assert benefit["second"] != "low_income"
    assert (ended.returncode, ended.stderr) == (0, "")


def test_another_dictionary_answers_with_its_own_labels(lamps: Path) -> None:
    (answer,) = answers(classify("俺家门口的路灯坏了\n".encode(), "--dictionary", str(lamps)))
    assert (answer["category"], answer["second"]) == ("路灯", "吃药")
    assert "路灯" in answer["words"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"", "Line 2: it is blank."),
        (b'{"text": ', "Line 2: it is no JSON"),
        (b'{"words": "x"}', 'Line 2: it has neither "text" nor "title" nor "detail".'),
        (b'{"text": 5}', 'Line 2: its "text" is no text.'),
        (b"\xff\xfe", "Line 2: it is no text in UTF-8."),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_others_are_answered(line: bytes, sentence: str) -> None:
    ended = classify("路灯坏了\n".encode() + line + "\n低保停了\n".encode())
    said = ended.stderr
    assert said.startswith(sentence)
    assert said.endswith("1 line was not answered; see above.\n")
    assert [answer["category"] for answer in answers(ended)] == ["roads", "low_income"]
    assert ended.returncode == 1


def test_reading_needs_no_numerical_library() -> None:
    look = """
import io, json, sys
from bot.__main__ import main
sys.argv, sys.stdin = ["huiyin", "classify"], io.TextIOWrapper(io.BytesIO("路灯坏了".encode()))
try:
    main()
finally:
    print(json.dumps([name for name in ("numpy", "scipy", "sklearn", "jieba") if name in sys.modules]))
"""
    ended = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"


def test_what_was_learnt_from_a_file_is_judged_on_a_file(tmp_path: Path) -> None:
    rows, words = tmp_path / "rows.csv", tmp_path / "words.tsv"
    rows.write_text(lessons_csv(), encoding="utf-8")
    learnt = huiyin("train", str(rows), "-o", str(words), folder=tmp_path)
    assert (learnt.returncode, learnt.stderr) == (0, "")
    assert "Learnt from 40 messages of 2 labels." in learnt.stdout
    judged = huiyin("evaluate", str(words), str(rows), folder=tmp_path)
    assert judged.returncode == 0
    assert "macro-F1 1.0000" in judged.stdout
    assert "right    1.0000 (40 of 40)" in judged.stdout


def test_errors_are_told_by_row_and_their_texts_only_when_asked_for(tmp_path: Path, lamps: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("text,label,second\n路灯坏了,吃药,\n卫生室没有药,路灯,吃药\n", encoding="gb18030")
    quiet = huiyin("evaluate", str(lamps), str(rows), folder=tmp_path)
    assert "right    0.5000 (1 of 2)" in quiet.stdout
    assert "row 2: 吃药, said 路灯" in quiet.stdout
    assert "路灯坏了" not in quiet.stdout
    assert "路灯坏了" in huiyin("evaluate", str(lamps), str(rows), "--show", folder=tmp_path).stdout


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("title,detail\nx,y\n", "has no column 'label' (or 'category'). Its columns: title, detail."),
        ("words,label\nx,y\n", "has no column 'title', 'detail' or 'text'. Its columns: words, label."),
        ("text,label\n路灯坏了,路\n没药,\n", "row 3: the column 'label' is empty."),
        ("text,label\n,路\n", "row 2: it has no words."),
        ("text,label\n", "has no row below its heading."),
        ("", "has no column 'label' (or 'category'). Its columns: none."),
        ("text,label\n" + "路灯坏了,路\n" * 9, "All messages have one label"),
        ("text,label\n" + "路灯坏了,路\n" * 9 + "没药,药\n", "Too few messages are labelled 药"),
    ],
)
def test_a_file_that_cannot_be_learnt_from_is_a_sentence_and_writes_nothing(
    tmp_path: Path, content: str, sentence: str
) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(content, encoding="utf-8")
    ended = huiyin("train", str(rows), "-o", str(tmp_path / "words.tsv"), folder=tmp_path)
    assert ended.returncode == 1
    assert sentence in ended.stderr
    assert not (tmp_path / "words.tsv").exists()


def test_a_missing_file_or_folder_is_a_sentence(tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    assert f"{rows} cannot be read" in huiyin("train", str(rows), "-o", "x", folder=tmp_path).stderr
    rows.write_text(lessons_csv("category"), encoding="utf-8")
    nowhere = huiyin("train", str(rows), "-o", str(tmp_path / "no" / "x"), folder=tmp_path)
    assert "is not there. Make it, or name another with -o." in nowhere.stderr
    assert "does not begin with" in huiyin("evaluate", str(rows), str(rows), folder=tmp_path).stderr


def test_with_the_cadres_name_a_complaint_about_him_is_known() -> None:
    words = "老孙一年没登过俺家门了\n".encode()
    (unnamed,), (named,) = answers(classify(words)), answers(classify(words, "--cadre", "孙兆龙"))
    assert (unnamed["about_cadre"], named["about_cadre"]) == ("no", "yes")
