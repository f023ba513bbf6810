"""The pages that browsers open: one page is one phone. They are static; who may see what is for the calls to say."""

from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.chatserver.addresses import PHONE
from bot.chatserver.config import Config

STATIC = Path(__file__).parent / "static"
_POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'; frame-src 'self'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    # One-time links are in addresses: nobody shall be told where a person came from.
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "microphone=(self), geolocation=(self), camera=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class SafeHeaders:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        config: Config = scope["app"].state.parts.config
        policy = " ".join((_POLICY, *_origins(config)))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update({"Content-Security-Policy": policy} | HEADERS)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _origins(config: Config) -> list[str]:
    """Of the pages beside the phones."""
    parts = [urlsplit(address) for address in ((config.beside or ("", ""))[1], config.guide) if address]
    return [f"{part.scheme}://{part.netloc}" for part in parts]


async def show_beside(request: Request) -> JSONResponse:
    config: Config = request.app.state.parts.config
    title, address = config.beside or (None, None)
    beside = address and {"title": title, "address": address}
    return JSONResponse({"beside": beside, "guide": config.guide, "people": dict(config.showcase)})


async def show_manifest(request: Request) -> Response:
    """What makes this phone installable as an app of its own."""
    address = f"/phone/{request.path_params['phone']}/"
    manifest = {
        "id": address,
        "name": "回音",
        "short_name": "回音",
        "lang": "zh-Hans",
        "start_url": address,
        "scope": address,
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0b5d4e",
        "icons": [{"src": "/static/icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    }
    return JSONResponse(manifest, media_type="application/manifest+json")


def _page(path: str, name: str) -> Route:
    async def show(_request: Request) -> Response:
        return FileResponse(STATIC / name)

    return Route(path, show, middleware=_SAFE)


_SAFE = [Middleware(SafeHeaders)]
ROUTES: list[BaseRoute] = [
    _page(PHONE + "/", "phone.html"),
    _page("/in/{link}", "door.html"),
    _page("/in/", "door.html"),
    _page("/start/{username}", "door.html"),
    _page("/phones", "door.html"),
    Route("/phones/beside", show_beside, middleware=_SAFE),
    Route(PHONE + "/manifest.webmanifest", show_manifest, middleware=_SAFE),
    Mount("/static", StaticFiles(directory=STATIC), middleware=_SAFE),
]
