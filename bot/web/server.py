"""Serves an ASGI application until it is told to stop."""

import asyncio
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.rules.errors import Problem

_GRACE_SECONDS = 5


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """The composition root owns the signals of the process."""
        yield


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens already, so that a taken port is known before anything starts. Raises Problem."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise Problem(
            f"Cannot listen on {host} port {port} ({os.strerror(error.errno or 0)}). "
            "Set HUIYIN_HOST and HUIYIN_PORT to an address of this machine and a free port."
        ) from None


async def serve(application: ASGIApp, listening: socket.socket, stop: asyncio.Event) -> None:
    """Until `stop`; requests that are under way get five seconds to end."""
    config = uvicorn.Config(
        application,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        server.should_exit = True
        stopping.cancel()
        await serving
