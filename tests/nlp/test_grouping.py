from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.grouping import Message, group
from nlp.keywords import index_words
from tests.nlp.samples import invented_pairs

PAIRS = invented_pairs()


def ids(*texts: str) -> list[tuple[str, ...]]:
    return [found.ids for found in group([Message(str(number), text) for number, text in enumerate(texts)])]


def test_tellings_of_one_matter_are_a_group_and_what_stands_alone_is_none() -> None:
    assert ids("卫生室没有药", "村东头路灯坏了", "卫生所缺药好久了", "俺娘低保停了", "村东头的路灯不亮了") == [
        ("0", "2"),
        ("1", "4"),
    ]


def test_a_group_says_what_agreed_and_how_many_households_tell_it() -> None:
    told = ("村东头路灯坏了", "村东头的路灯不亮了", "村东头路灯黑灯 晚上看不见")
    [found] = group([Message(str(number), text, household=f"h{number % 2}") for number, text in enumerate(told)])
    assert (found.keywords, found.places, found.households) == (("路灯",), ("村东头",), 2)


def test_other_places_are_never_grouped_however_alike_the_words() -> None:
    assert ids("磨石沟村的桥断了过不去", "张家庄的桥断了过不去", "柳树屯的桥断了过不去") == []


def test_messages_of_different_villages_are_never_grouped_even_through_one_of_unknown_village() -> None:
    messages = [Message("1", "卫生室没有药", village="a"), Message("2", "卫生室没有药", village="b")]
    assert group(messages) == []
    found = group([*messages, Message("3", "卫生室没有药")])
    assert [one.ids for one in found] == [("1", "3")]


def test_a_chain_of_weak_links_does_not_hold_different_matters_together() -> None:
    chain = (
        "村口路灯坏了",
        "村口路灯坏了 垃圾没人拉",
        "村口垃圾没人拉",
        "村口垃圾没人拉 臭得开不了窗",
        "养鸡场臭得开不了窗",
    )
    assert all(not {"0", "4"} <= set(found) for found in ids(*chain))


def test_nothing_told_is_no_group() -> None:
    assert ids() == ids("", "") == ids("。。。", "👍") == []


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.sampled_from(sorted({text for kind in PAIRS.values() for pair in kind for text in pair})), max_size=12)
)
def test_nobody_is_in_two_groups_and_no_group_is_of_one(texts: list[str]) -> None:
    found = ids(*texts)
    members = [member for one in found for member in one]
    assert len(members) == len(set(members))
    assert all(len(one) > 1 for one in found)


def test_index_words_are_one_word_for_each_thing_and_the_most_telling_first() -> None:
    assert set(index_words("卫生室没有药")) == set(index_words("卫生所缺药")) == {"卫生室", "没药"}
    words = index_words("尊敬的领导:您好!" + "我们磨石沟村的机井坏了,庄稼旱死,请领导帮助解决。" * 3)
    assert "机井" in words[:3]
    assert len(words) <= 12
    assert not any("石沟" in word or word == "领导" for word in words)


def test_tellings_of_one_matter_share_an_index_word() -> None:
    apart = [pair for pair in PAIRS["same"] if not set(index_words(pair[0])) & set(index_words(pair[1]))]
    assert apart == [("村务公开栏一年没更新了", "村里账目不公开 公开栏还是去年的")]
