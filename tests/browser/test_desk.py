"""A village lead runs the study meeting in Chromium; the unit's promise stands on the public list afterwards."""

import re

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import DESKTOP, PHONE, Screen
from tests.stories.conftest import environ, story_server, village
from tests.stories.village import Village

__all__ = ["environ", "story_server", "village"]

LAMP = "村东头的路灯坏了半年了 晚上黑得很"
WELL = "村西头的水井没水半年了,大伙挑水要走二里地"
MEASURE = "请自来水公司本周先送水,月底前把管子接到村西头"


@pytest.fixture
def engine() -> str:
    """What a page shows does not depend on it."""
    return "sqlite"


async def test_a_meeting_is_run_on_a_large_screen(village: Village, browser: Browser) -> None:
    await village.join("陈秀芝")
    for number, (who, words) in enumerate((("王桂兰", WELL), ("王德福", LAMP)), start=1):
        await _passed_up(village, who, words, number)
    page = await _let_in(village, browser, DESKTOP)
    await page.get_by_role("button", name="开研判会").click()
    await expect(page.get_by_role("heading", name="磨石沟村研判会")).to_be_visible()
    await _picture(page, "desk-docket")
    await page.get_by_role("link", name="饮水水利").click()
    await page.get_by_label("怎么办?").fill(MEASURE)
    await page.get_by_label("哪个单位牵头?").select_option(label="卫生局")
    await page.get_by_text("还有哪些单位配合?").click()
    await page.get_by_label("民政局").check()
    await _picture(page, "desk-item")
    await page.get_by_role("button", name="定下来").click()
    await expect(page.get_by_text(LAMP.split()[0])).to_be_visible()  # the next one
    await page.get_by_role("button", name="这回不议").click()
    await expect(page.get_by_text("以前办好")).to_be_visible()
    await page.locator("summary").click()
    await page.get_by_role("button", name="散会").click()
    await expect(page.get_by_text("纪要已发给各位组长")).to_be_visible()
    await village.reads("王桂兰", "研判会上商量定了", MEASURE)
    await village.reads("张庆林", "研判会纪要", "卫生局牵头")
    async with page.expect_download() as download:
        await page.get_by_role("link", name="PDF").click()
    assert re.fullmatch(r"磨石沟村-\d+\.pdf", (await download.value).suggested_filename)
    await page.goto(f"{village.address}/commitments")
    await expect(page.get_by_text("卫生局").first).to_be_visible()
    await page.set_viewport_size(PHONE)
    await _fits(page, "commitments")


async def test_the_desk_fits_a_phone_sized_window(village: Village, browser: Browser) -> None:
    await _passed_up(village, "王桂兰", WELL, 1)
    page = await _let_in(village, browser, PHONE)
    await _fits(page, "desk-home-on-a-phone")
    await page.get_by_role("button", name="开研判会").click()
    await _fits(page, "desk-docket-on-a-phone")
    await page.get_by_role("link", name="饮水水利").click()
    await _fits(page, "desk-item-on-a-phone")
    await page.get_by_label("怎么办?").fill(" ")
    await page.get_by_role("button", name="定下来").click()
    await expect(page.get_by_text("什么也没有改")).to_be_visible()
    await _fits(page, "desk-refused-on-a-phone")
    await page.get_by_role("button", name="退出").click()
    await expect(page.get_by_label("口令")).to_be_visible()
    await _fits(page, "desk-door-on-a-phone")


async def _passed_up(village: Village, who: str, words: str, number: int) -> None:
    await village.file(who, words, number)
    await village.wait(minutes=1)
    await village.taps("孙有田", await village.reads("孙有田", f"磨石沟-{number} ·"), "办不了,报上级")
    await village.reads("张庆林", f"磨石沟-{number} ·")


async def _let_in(village: Village, browser: Browser, size: ViewportSize) -> Page:
    await village.says("张庆林", "工作台")
    code = (await village.reads("张庆林", "填这个口令"))["text"].splitlines()[1]
    page = await browser.new_page(viewport=size, locale="zh-CN")
    await page.goto(f"{village.address}/desk")
    await page.get_by_label("口令").fill(code)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="开研判会")).to_be_visible()
    return page


async def _fits(page: Page, name: str) -> None:
    """Nothing is cut off at the side."""
    assert await page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    await _picture(page, name)


async def _picture(page: Page, name: str) -> None:
    await Screen(page).picture(name)
