"""The demo as a newcomer sees it: cloned, made, opened; a matter guided to the wall, and taken over on the way."""

import subprocess
from collections.abc import Iterator

import pytest
from playwright.async_api import Browser, Frame, FrameLocator, Page, ViewportSize, expect

from bot.demo.stories import read_cast
from tests.browser.conftest import PHONE, TREE, Screen
from tests.demo import BUILT_WITHIN, Demo

WIDE: ViewportSize = {"width": 1480, "height": 1000}
TOUR, *OTHERS = read_cast().stories
PATIENCE = BUILT_WITHIN * 1000


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """What a clone holds and nothing else: `make demo` makes its environment, too."""
    folder = tmp_path_factory.mktemp("newcomer")
    clone = folder / "huiyin"
    subprocess.run(("git", "clone", "--quiet", str(TREE), str(clone)), check=True)
    running = Demo(folder / "data", ("make", "demo"), clone)
    yield running
    running.end()


async def test_a_newcomer_watches_a_matter_go_to_the_wall_and_takes_over(demo: Demo, browser: Browser) -> None:
    small = await _open(browser, demo, PHONE)
    for behind in (1, 2):
        await _next(small, behind)
    await expect(small.get_by_role("tab", selected=True)).to_have_text(TOUR.villager)
    await _picture(small, "demo-on-a-phone")
    page = await _open(browser, demo, WIDE)
    await _phone(page, TOUR.cadre).get_by_text(TOUR.words).last.wait_for()
    await _play_a_little(page, 4)
    await _next(page, 5)
    await _picture(page, "demo")
    await _phone(page, TOUR.villager).get_by_role("button", name="解决了", exact=True).last.click()
    await expect(_guide(page).locator("i.done")).to_have_count(6)
    await _next(page, 7)
    wall = page.frame_locator("iframe[title='回音壁']")
    for story in (TOUR, *OTHERS):
        await wall.get_by_text(story.words).wait_for()
        await wall.get_by_text(story.answer).wait_for()
    await expect(page.locator("figure.front")).to_contain_text("回音壁")
    await _picture(page, "demo-at-the-end")


async def test_the_demo_fits_a_phone_sized_window(demo: Demo, browser: Browser) -> None:
    page = await _open(browser, demo, PHONE)
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    for name in read_cast().shown:
        await page.get_by_role("tab", name=name).click()
        await _phone(page, name).get_by_role("textbox").wait_for()
        await expect(page.locator("figure:visible")).to_have_count(1)
    await page.get_by_role("tab", name="回音壁").click()
    await page.frame_locator("iframe[title='回音壁']").get_by_text(OTHERS[0].words).wait_for()
    for frame in page.frames:
        await _fits(frame)
    await _picture(page, "demo-wall")


async def test_from_the_services_home_page_a_villager_finds_the_wall(demo: Demo, browser: Browser) -> None:
    page = await _open(browser, demo, PHONE)
    await page.goto(demo.service)
    await _picture(page, "home")
    await page.get_by_label("看哪个村的回音壁?").fill("磨石沟村")
    await page.keyboard.press("Enter")
    await page.get_by_text(OTHERS[0].words).wait_for()
    await _fits(page.main_frame)
    await page.get_by_role("link", name="别的村").click()
    await page.get_by_role("link", name="磨石沟村").click()
    await page.get_by_text(OTHERS[1].answer).wait_for()


async def _open(browser: Browser, demo: Demo, size: ViewportSize) -> Page:
    """When the village stands."""
    page = await browser.new_page(viewport=size, locale="zh-CN", reduced_motion="reduce")
    await page.goto(demo.url)
    await _guide(page).locator("i").first.wait_for(timeout=PATIENCE)
    return page


async def _next(page: Page, behind: int) -> None:
    await _guide(page).get_by_role("button", name="下一步").click()
    await expect(_guide(page).locator("i.done")).to_have_count(behind, timeout=PATIENCE)


async def _play_a_little(page: Page, until: int) -> None:
    """Stopped while there is time to read, it goes no further."""
    await _guide(page).get_by_role("button", name="自动走").click()
    await expect(_guide(page).locator("i.done")).to_have_count(until, timeout=PATIENCE)
    await _guide(page).get_by_role("button", name="停").click()
    await expect(_guide(page).get_by_role("button", name="自动走")).to_be_enabled()
    await expect(_guide(page).get_by_role("button", name="下一步")).to_be_enabled()


async def _picture(page: Page, name: str) -> None:
    """When no toast hides anything."""
    for frame in page.frames:
        await expect(frame.locator(".toast")).to_have_count(0)
    await Screen(page).picture(name)


async def _fits(frame: Frame) -> None:
    """Nothing of what is seen is cut off at the side."""
    assert await frame.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def _guide(page: Page) -> FrameLocator:
    return page.frame_locator("iframe.guide")


def _phone(page: Page, name: str) -> FrameLocator:
    return page.frame_locator(f"iframe[title='{name}的手机']")
