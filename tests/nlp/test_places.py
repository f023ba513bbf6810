import pytest

from nlp.places import Place, apart, places_in, shared


def named(text: str) -> set[tuple[str, str]]:
    return {(place.kind, place.name) for place in places_in(text)}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("我们磨石沟村的桥断了", "village", "磨石沟村"),
        ("俺王家峪水渠堵了", "village", "王家峪"),
        ("在柳河镇卫生院看病", "town", "柳河镇"),
        ("在柳河镇卫生院看病", "hospital", "柳河镇卫生院"),
        ("柳树屯小学缺老师", "school", "柳树屯小学"),
        ("青松北路没有路灯", "road", "青松北路"),
        ("河湾小区停车难", "estate", "河湾小区"),
        ("县清溪街道办事处", "town", "清溪街道"),
        ("三组没水了", "group", "3组"),
        ("12号楼电梯坏了", "building", "12号楼"),
        ("二十三栋漏水", "building", "23栋"),
        ("二期没交房", "phase", "2期"),
        ("205路公交改线", "bus", "205路公交"),
        ("村东头路灯坏了", "side", "村东头"),
        ("养猪场太臭", "site", "养猪场"),
        ("第一小学食堂", "numbered_school", "一小"),
    ],
)
def test_places_are_named_by_kind(text: str, kind: str, name: str) -> None:
    assert (kind, name) in named(text)


@pytest.mark.parametrize(
    "text", ["我们小区停车难", "老旧小区改造", "修路占了农田", "走水泥路", "俺村没有幼儿园", "农村公路", ""]
)
def test_words_that_only_end_as_places_do_are_none(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("磨石沟村没水", "沟村没水"),
        ("丽景小区停车难", "丽景新城停车难"),
        ("清溪街道的路", "清溪镇的路"),
        ("三栋电梯坏了", "3号楼电梯坏了"),
        ("村东头路灯", "东边路灯"),
        ("5路公交", "5路车"),
    ],
)
def test_one_place_is_often_called_otherwise(first: str, second: str) -> None:
    assert apart(places_in(first), places_in(second)) == ()
    assert shared(places_in(first), places_in(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("东石桥村没水", "石桥村没水"),
        ("村东头路灯", "村西头路灯"),
        ("石桥小学", "石桥中学"),
        ("3组没水", "13组没水"),
        ("王家峪的渠", "李家峪的渠"),
        ("5路公交", "15路公交"),
        ("大柳树村的路", "柳树村的路"),
    ],
)
def test_another_place_of_a_kind_keeps_apart(first: str, second: str) -> None:
    assert apart(places_in(first), places_in(second))
    assert shared(places_in(first), places_in(second)) == ()


def test_one_shared_place_of_a_kind_is_enough_and_kinds_are_not_compared() -> None:
    assert apart(places_in("3组和5组没水"), places_in("5组没水")) == ()
    assert apart(places_in("3组没水"), places_in("磨石沟村没水")) == ()


def test_wide_places_are_those_that_much_lies_in() -> None:
    assert Place("village", "磨石沟村").is_wide
    assert not Place("school", "柳树屯小学").is_wide
