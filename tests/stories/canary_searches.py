"""Wherever a canary must not be: phones, pages, desks, letters that wait, indexes, lists."""

import asyncio
import re

import httpx
import pytest
from sqlalchemy import select

from bot.hot import show as show_hot
from bot.outbox import show
from bot.policy import read_policy
from bot.service import routes
from storage.models import Appeal, AppealKeyword, CommonIssueMember, CommonIssueOffer, HotMatterAppeal
from tests.stories.canaries import Canary
from tests.stories.village import Village

PARAMETERS = {"village": ("磨石沟", "没有这个村"), "meeting": ("1", "2"), "item": ("1", "2", "3")}
"""What a page's address may hold. A new page with another one needs a line here."""
EVERYBODY = ("王桂兰", "大勇", "王德福", "孙有田", "张庆林", "高文海", "梁正", "郑立新")
LEADS = ("孙有田", "张庆林", "高文海", "郑立新")


async def check_phones(village: Village, canary: Canary) -> None:
    for who in EVERYBODY:
        screen = await village.screen(who)
        seen = [trace for trace in canary.traces if re.search(trace, screen)]
        if who in canary.may:
            assert set(canary.contents) <= set(seen), who
        else:
            assert seen == ([canary.traces[-1]] if who in canary.know else []), who


async def all_pages(village: Village) -> dict[str, str]:
    """Every page of the service, with every kind of address."""
    async with httpx.AsyncClient(trust_env=False, base_url=village.address) as client:
        return await _fetched(client, _all_addresses(village))


async def all_desks(village: Village) -> dict[str, dict[str, str]]:
    """What each lead finds at the desk on the web."""
    return {who: await _desk_of(village, who) for who in LEADS}


async def _desk_of(village: Village, who: str) -> dict[str, str]:
    await village.says(who, "工作台")
    code = (await village.reads(who, "口令"))["text"].splitlines()[1]
    addresses = [address for address in _all_addresses(village) if address.startswith("/desk")]
    async with httpx.AsyncClient(trust_env=False, base_url=village.address) as client:
        entered = await client.post("/desk/enter", data={"code": code}, headers={"Origin": village.address})
        assert entered.status_code == 303
        return await _fetched(client, addresses)


async def _fetched(client: httpx.AsyncClient, addresses: list[str]) -> dict[str, str]:
    pages = await asyncio.gather(*(client.get(address) for address in addresses))
    return {f"{page.url}": page.text + str(page.headers) for page in pages}


def _all_addresses(village: Village) -> list[str]:
    found = routes(village.settings, village.database, village.hands)
    addresses = [address for route in found if "GET" in (route.methods or ()) for address in _addresses(route.path)]
    assert len(addresses) > len(PARAMETERS)
    return addresses


def _addresses(path: str) -> list[str]:
    """With each of the values that its parameter may have."""
    name = re.search(r"\{(\w+)", path)
    return [re.sub(r"\{.*?\}", value, path) for value in PARAMETERS[name[1]]] if name else [path]


async def waiting_letters(village: Village, capsys: pytest.CaptureFixture[str]) -> str:
    """What the operator sees of the letters that wait."""
    capsys.readouterr()
    await asyncio.to_thread(show, village.settings.database_url.get_secret_value(), 1000)
    return capsys.readouterr().out


async def index_words(village: Village) -> str:
    """The words by which appeals are found, and whatever links them."""
    async with village.database.read() as session:
        appeals = {appeal.id: appeal for appeal in await session.scalars(select(Appeal))}
        words = list(await session.scalars(select(AppealKeyword)))
        linked = list(await session.scalars(select(CommonIssueMember.appeal_id)))
        linked += list(await session.scalars(select(CommonIssueOffer.other_id)))
        linked += list(await session.scalars(select(HotMatterAppeal.appeal_id)))
    named = [f"{word.word} {appeals[word.appeal_id].series}-{appeals[word.appeal_id].number}" for word in words]
    assert named
    return "\n".join([*named, *(f"{appeals[one].series}-{appeals[one].number}" for one in linked)])


async def grown_matters(village: Village, capsys: pytest.CaptureFixture[str]) -> str:
    """What the county office is shown of what grows."""
    capsys.readouterr()
    url = village.settings.database_url.get_secret_value()
    await asyncio.to_thread(show_hot, url, read_policy(), 1000)
    return capsys.readouterr().out


def traces_in(canary: Canary, shown: str) -> list[str]:
    return [trace for trace in canary.traces if re.search(trace, shown)]


def check_desks(desks: dict[str, dict[str, str]], canary: Canary) -> None:
    """Nobody's shows its words; its number is only on those of leads who know it."""
    for who, pages in desks.items():
        shown = "\n".join(pages.values())
        allowed = canary.traces[len(canary.contents) :] if who in canary.may | canary.know else ()
        assert [trace for trace in traces_in(canary, shown) if trace not in allowed] == [], who
