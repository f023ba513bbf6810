"""Whether a program answers yet: another process gives no event to wait for."""

import asyncio

import httpx

_LOOK_EVERY_SECONDS = 0.1


async def until_it_answers(address: str) -> None:
    async with httpx.AsyncClient(trust_env=False) as http:
        while not await _answers(http, address):  # noqa: ASYNC110 see above
            await asyncio.sleep(_LOOK_EVERY_SECONDS)


async def _answers(http: httpx.AsyncClient, address: str) -> bool:
    try:
        return (await http.get(f"{address}/healthz")).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False
