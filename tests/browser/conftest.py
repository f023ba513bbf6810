"""Real Chromium (Debian's) with web phones in it. Screenshots go to test-output/browser."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, async_playwright

from tests.chatserver.conftest import bot, http, li, operator, server, stack, sun, wang
from tests.chatserver.harness import Operator, PhoneClient
from tests.chatserver.process import ServerProcess

__all__ = ["bot", "http", "li", "operator", "server", "stack", "sun", "wang"]

TREE = Path(__file__).resolve().parents[2]
PICTURES = TREE / "test-output" / "browser"
PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1180, "height": 760}
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
PRETEND = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    chromium = shutil.which("chromium") or os.environ.get("CHROMIUM")
    if chromium is None:
        pytest.fail("The browser tests need Chromium: `apt-get install chromium fonts-noto-cjk`, or run .ci/run.")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=chromium, args=QUIET + PRETEND + sandbox)
        yield launched
        await launched.close()


class Screen:
    """A web phone in the browser: what a person sees and does there."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def say(self, text: str) -> None:
        await self.page.get_by_role("textbox").fill(text)
        await self.page.keyboard.press("Enter")

    async def sees(self, text: str) -> None:
        """Wait until the text is on the screen."""
        await self.page.locator("#messages, #toasts, dialog, #composer, .bar").get_by_text(text).last.wait_for()

    async def tap(self, label: str) -> None:
        await self.page.get_by_role("button", name=label, exact=True).last.click()

    async def picture(self, name: str) -> None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        await self.page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished)).then(() => null)")
        await self.page.screenshot(path=PICTURES / f"{name}.png")


class Shelf:
    """Gives every person a phone of their own in the browser."""

    def __init__(self, browser: Browser, server: ServerProcess, operator: Operator) -> None:
        self._browser = browser
        self._server = server
        self._operator = operator
        self._contexts: list[BrowserContext] = []
        self.faults: list[str] = []

    async def phone(self, owner: PhoneClient, *, size: ViewportSize | None = None) -> Screen:
        """Sign the owner in by a one-time link, as a villager does, and show the phone."""
        context = await self._browser.new_context(
            viewport=size or PHONE, locale="zh-CN", permissions=["geolocation", "microphone"],
            geolocation={"latitude": 35.79, "longitude": 118.63}, reduced_motion="reduce",
        )  # fmt: skip
        context.set_default_timeout(15_000)
        self._contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.faults.append(f"{error}\n{error.stack}"))
        link = await self._operator.post(f"users/{owner.id}/link")
        await page.goto(f"{self._server.url}/in/{link['link']}")
        await page.get_by_role("button", name="这是我的手机").click()
        await page.wait_for_url("**/phone/*/")
        return Screen(page)

    async def close(self) -> None:
        for context in self._contexts:
            await context.close()


@pytest.fixture
async def shelf(browser: Browser, server: ServerProcess, operator: Operator) -> AsyncIterator[Shelf]:
    phones = Shelf(browser, server, operator)
    yield phones
    await phones.close()
    assert phones.faults == [], "a script of the page failed"
