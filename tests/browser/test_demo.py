"""The demo as a newcomer sees it: the index, phones side by side, a first word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.bot.test_demo import Demo
from tests.browser.conftest import PHONE, Screen


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    running = Demo(tmp_path / "data")
    yield running
    running.interrupt()


async def test_a_newcomer_opens_the_demo_and_is_answered(demo: Demo, browser: Browser) -> None:
    page = await browser.new_page(viewport={"width": 1320, "height": 900}, locale="zh-CN")
    await page.goto(demo.url)
    phone = page.frame_locator("iframe[title='王大娘的手机']")
    await phone.get_by_role("button", name="开始", exact=True).click()
    await phone.get_by_role("textbox").fill("俺娘八十了瘫床上,低保给停了")
    await phone.get_by_role("button", name="发送").click()
    await phone.locator(".message:not(.out)").get_by_text("先给您留着").wait_for()
    await Screen(page).picture("demo")
    await page.reload()
    await phone.locator("#messages").get_by_text("俺娘八十了").first.wait_for()


async def test_the_demo_fits_a_phone_sized_window(demo: Demo, browser: Browser) -> None:
    page = await browser.new_page(viewport=PHONE, locale="zh-CN")
    await page.goto(demo.url)
    await page.frame_locator("iframe[title='王大娘的手机']").get_by_role("button", name="开始", exact=True).wait_for()
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    await Screen(page).picture("demo-on-a-phone")
