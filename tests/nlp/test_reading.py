import subprocess
import sys

from nlp.reading import read
from nlp.segment import cut
from nlp.similarity import alike


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


def test_a_long_text_has_eight_keywords_at_most() -> None:
    assert len(read("低保 路灯 水井 公路 学校 医生 卫生室 房屋 土地 补贴 粮食 养老金").keywords) == 8


def test_the_dictionary_is_not_loaded_before_it_is_needed_and_loads_without_a_word() -> None:
    look = "import sys, nlp.reading as r; assert 'jieba' not in sys.modules; r.warm_up()"
    ended = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert ended.stdout + ended.stderr == ""
