"""The page above the phones: what comes next, and the keys 下一步, 自动走, 停."""

from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from bot.demo.guide import Guide

_PAGE = Path(__file__).with_name("guide.html")
_NO_CONTENT = 204


def application(guide: Guide) -> Starlette:
    orders = {
        "next": lambda: guide.go_on(playing=False),
        "play": lambda: guide.go_on(playing=True),
        "stop": guide.stop,
    }

    async def show(_: Request) -> Response:
        return FileResponse(_PAGE, headers={"Cache-Control": "no-cache"})

    async def state(_: Request) -> Response:
        try:
            return JSONResponse(asdict(await guide.state()))
        except httpx.HTTPError:
            return JSONResponse({"error": "The programs of the demo are starting."}, 503)

    async def order(request: Request) -> Response:
        """Only of our own page: another site's must not tap on people's phones."""
        if urlsplit(request.headers.get("origin", "")).netloc != request.headers.get("host"):
            return JSONResponse({"error": "Only the demo's own page may do that."}, 403)
        obey = orders.get(request.path_params["order"])
        if obey is None:
            return JSONResponse({"error": "There is no such order."}, 404)
        obey()
        return Response(status_code=_NO_CONTENT)

    return Starlette(routes=[Route("/", show), Route("/state", state), Route("/{order}", order, methods=["POST"])])
