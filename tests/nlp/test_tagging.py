from nlp.spans import Sensitive, Span
from nlp.tagging import read_tagger

TABLE = """\
# For people.
clue\tO\tB-name\tI-name
(step)O\t1\t0\t
(step)B-name\t0\t0\t1
(step)I-name\t0\t0\t1
王\t\t3\t
德\t\t\t2
的\t3\t\t
""".splitlines()


def spans(text: str) -> list[Span]:
    return list(read_tagger(TABLE).spans([[sign] for sign in text]))


def test_a_span_begins_where_its_clue_is_and_goes_on_while_that_weighs_more() -> None:
    assert spans("的王德的") == [Span(1, 3, Sensitive.NAME)]
    assert spans("王德王德") == [Span(0, 2, Sensitive.NAME), Span(2, 4, Sensitive.NAME)]


def test_nothing_goes_on_that_did_not_begin() -> None:
    assert all(told.start < told.end for told in spans("的德德"))
    assert spans("的王德")[0].start == 1


def test_signs_that_no_clue_knows_and_no_signs_are_no_span() -> None:
    assert spans("水电路") == spans("") == []
