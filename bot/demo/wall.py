"""The village's echo wall, read as anybody reads it."""

import re
from urllib.parse import quote

import httpx

TITLE = "回音壁"
ADDRESS = f"/wall/{quote('磨石沟')}"
_OLDER = re.compile(r'href="(\?before=\d+)"')


class Wall:
    def __init__(self, service: str) -> None:
        self._address = f"{service}{ADDRESS}"

    async def read(self) -> str:
        """All its pages. Raises httpx.HTTPError."""
        async with httpx.AsyncClient(trust_env=False) as http:
            pages = [await _page(http, self._address)]
            while older := _OLDER.search(pages[-1]):
                pages.append(await _page(http, self._address + older[1]))
        return "\n".join(pages)

    async def count(self) -> int:
        return (await self.read()).count("<article")


async def _page(http: httpx.AsyncClient, address: str) -> str:
    return (await http.get(address)).raise_for_status().text
