from random import Random

from nlp.finders.learnt import learnt_in
from nlp.learning.disguise import disguised
from nlp.learning.marked import Marked, marked_sentences, read_marked
from nlp.learning.redaction import learn
from nlp.sensitive import found_by_rules
from nlp.spans import Sensitive, Span
from nlp.tagging import TABLE, read_tagger

NAMES = ("粟大脚", "勾长岭", "从学礼", "那英姿", "宣德福", "池老二", "盛夏", "贺一鸣")
SENTENCES = [read_marked(f"低保名单里头有[[{name}|name]] 他有车") for name in NAMES]
SENTENCES += [read_marked(f"村里的{what}坏了 没人管") for what in ("路灯", "水泵", "大门", "井盖", "喇叭", "变压器")]


def test_marks_are_read_with_their_places() -> None:
    assert read_marked("找[[李婶|name]]问") == Marked("找李婶问", (Span(1, 3, Sensitive.NAME),))


def test_what_stands_around_a_name_is_learnt() -> None:
    tagger = read_tagger(learn(SENTENCES).splitlines())
    text = "低保名单里头有蒯大鹅 他有车"
    assert [text[span.start : span.end] for span in learnt_in(text, found_by_rules(text), tagger)] == ["蒯大鹅"]
    assert not list(learnt_in("村里的路灯坏了 没人管", (), tagger))


def test_the_same_sentences_give_the_same_bytes() -> None:
    assert learn(SENTENCES) == learn(SENTENCES)


def test_another_name_takes_the_place_of_one_and_all_else_stays() -> None:
    other = disguised(read_marked("找[[王德厚|name]]问[[肺癌|diagnosis]]"), Random(1))
    assert other.text.startswith("找")
    assert other.text.endswith("问肺癌")
    assert "王德厚" not in other.text
    assert [span.kind for span in other.spans] == [Sensitive.NAME, Sensitive.DIAGNOSIS]


def test_no_clue_holds_a_full_name_of_the_sentences_or_a_digit() -> None:
    clues = [line.split("\t")[0] for line in TABLE.read_text(encoding="utf-8").splitlines()]
    names = {one.text[span.start : span.end] for one in marked_sentences() for span in one.spans if span.kind == "name"}
    full = {name for name in names if len(name) > 2}
    assert not any(name in clue for clue in clues for name in full)
    assert not any(sign.isdigit() and sign != "0" for clue in clues for sign in clue)
