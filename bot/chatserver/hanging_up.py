"""Closing a connection without an answer, which ASGI has no word for."""

from typing import Any

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_CONNECTION = "chatserver.connection"


class KeepConnection:
    """Wraps the application as the outermost layer: remembers uvicorn's own `send`, which holds the connection."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app({**scope, _CONNECTION: getattr(send, "__self__", None)}, receive, send)


class HangUp(Response):
    """Instead of an answer, the connection is closed."""

    async def __call__(self, scope: Scope, receive: Receive, _send: Send) -> None:
        connection: Any = scope[_CONNECTION]
        connection.transport.close()
        while (await receive())["type"] != "http.disconnect":
            pass
