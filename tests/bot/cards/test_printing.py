import io
from typing import Any

import pytest
from pypdf import PdfReader

from bot.cards.printing import print_cards, qr

A4 = (595, 842)  # points
LINK = "https://t.me/huiyin_bot?start=AAAAAAAAAAAAAAAAAAAAAA"


def _card(**other: Any) -> dict[str, Any]:
    return {
        "village": "磨石沟村",
        "household": "MSG-001 · 1组1号",
        "head": "王桂兰",
        "cadre": {"name": "孙有田", "phone": "19900000003"},
        "lead": {"name": "张庆林", "phone": "0539-2250005"},
        "last_day": "11月30日",
        "plate": qr(LINK),
        "slip": qr(LINK),
    } | other


def _pages(content: bytes) -> list[str]:
    pages = PdfReader(io.BytesIO(content)).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {A4}
    return ["".join(page.extract_text().split()) for page in pages]


def test_a_household_gets_a_plate_and_a_slip_two_to_a_page() -> None:
    pages = _pages(print_cards("磨石沟村", "pair", [_card()] * 5))
    assert len(pages) == 3
    assert pages[0].count("打字、说话、拍照都行") == pages[0].count("给王桂兰家") == 2
    assert "19900000003" in pages[0]
    assert "11月30日以前有效" in pages[0]
    assert pages[2].count("给王桂兰家") == 1


def test_the_plate_on_the_door_does_not_name_the_household() -> None:
    (page,) = _pages(print_cards("磨石沟村", "plate", [_card()]))
    assert "孙有田" in page
    assert "王桂兰" not in page


def test_officials_cards_name_them_and_say_that_the_county_confirms() -> None:
    official = {"no": "0003", "name": "孙有田", "unit": "泉庄镇", "post": "党委书记"}
    (page,) = _pages(print_cards("泉庄镇", "official", [official | {"last_day": "11月30日", "official": qr(LINK)}]))
    assert "泉庄镇党委书记" in page
    assert "编号0003" in page
    assert "县里核对确认" in page


@pytest.mark.parametrize("name", ['#panic("x")', "*王* _桂_ $1$", '"]) #read("/etc/passwd") //', "\\#let x = 1"])
def test_a_name_is_never_markup(name: str) -> None:
    (page,) = _pages(print_cards(name, "slip", [_card(head=name, household=name)]))
    assert page.count("".join(name.split())) == 2


def test_a_very_long_name_is_still_there_in_whole() -> None:
    name = "阿卜杜热合曼·买买提江·吐尔逊·" * 3
    (page,) = _pages(print_cards("磨石沟村", "slip", [_card(head=name)]))
    assert name in page


def test_another_link_is_another_code() -> None:
    assert qr(LINK) != qr(LINK + "B")
    assert qr(LINK) == qr(LINK)
