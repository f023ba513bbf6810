import subprocess
import sys

from nlp.keywords import alike
from nlp.kinds import Danger, Judged, Privacy, Urgency
from nlp.reading import read
from nlp.segment import cut


def test_a_trouble_in_one_breath_is_read_whole() -> None:
    reading = read("俺娘八十了瘫床上 低保给停了 去问说等着 等到啥时候", cadre="孙兆龙")
    assert (reading.category, reading.is_appeal) == ("low_income", Judged.YES)
    assert (reading.danger, reading.private, reading.about_cadre) == (None, None, Judged.NO)
    assert "低保" in reading.words
    assert reading.urgency == Urgency.ORDINARY


def test_danger_is_the_highest_urgency_and_a_public_need_the_next() -> None:
    assert read("院墙要倒了 孩子还在下头玩").urgency == Urgency.DANGER
    assert read("停水三天了").urgency == Urgency.URGENT
    assert read("想问问路灯").urgency == Urgency.ORDINARY


def test_danger_and_privacy_are_told_side_by_side() -> None:
    reading = read("俺男人又打俺 拿着刀 救命")
    assert (reading.danger, reading.private) == (Danger.VIOLENCE, Privacy.VIOLENCE_AT_HOME)


def test_full_width_signs_are_read_like_others() -> None:
    assert read("ok").is_appeal == Judged.NO


def test_cutting_loses_nothing() -> None:
    text = "俺娘八十了瘫床上 低保给停了,去问说等着 等到啥时候?\n"
    assert "".join(cut(text)) == text


def test_keywords_are_the_telling_words_of_the_text_in_their_order() -> None:
    assert read("我们希望领导知道低保的情况,还有卫生室没有药,路灯坏了").keywords == ("低保", "卫生室", "路灯")


def test_a_word_in_two_forms_is_one_keyword() -> None:
    assert read("低保停了,低保户怎么办").keywords == ("低保",)
    assert alike("低保", "低保户")
    assert not alike("低保", "医保")


def test_a_text_without_telling_words_has_no_keywords() -> None:
    assert read("").keywords == ()
    assert read("/ 的 。。。 👍👍").keywords == ()
    assert read("请问,这个怎么办").keywords == ()


def test_of_many_words_those_that_decide_are_the_keywords() -> None:
    text = "桌子 椅子 碗筷 衣裳 鞋袜 镜子 梳子 帽子 俺家低保停了"
    assert len(read(text).keywords) == 8
    assert "低保" in read(text).keywords


def test_reading_needs_neither_jieba_nor_what_learns_and_loads_without_a_word() -> None:
    look = "import sys, nlp.reading as r; r.warm_up(); assert not {'jieba', 'numpy', 'sklearn'} & set(sys.modules)"
    ended = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert ended.stdout + ended.stderr == ""
