"""The chat server as a web application, and as a process."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import AsyncIterator, Iterator

import uvicorn
from sqlalchemy import text
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.chatserver.admin.routes import ROUTES as ADMIN
from bot.chatserver.botapi.download import download
from bot.chatserver.botapi.endpoint import BotDoor
from bot.chatserver.botapi.registry import caller, load_methods
from bot.chatserver.config import Config
from bot.chatserver.delivery.deliverer import Means
from bot.chatserver.hanging_up import KeepConnection
from bot.chatserver.parts import Parts
from bot.chatserver.phones.refusals import refuse_request
from bot.chatserver.phones.routes import ROUTES as PHONES
from bot.chatserver.phones.visit import parts_of
from bot.chatserver.showcase import ROUTES as SHOWCASE
from bot.chatserver.showcase import register_people
from bot.chatserver.site import ROUTES as SITE
from bot.chatserver.store import Transaction
from bot.chatserver.uploads import clear_incoming
from bot.chatserver.world.users import add_bot


def build(config: Config) -> Starlette:
    """The application. Its store is open already, and closes when it stops.

    :raises StoreOutdated: the store was made by another version.
    """
    load_methods()
    parts = Parts.of(config)
    parts.store.open()

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        parts.store.open()
        clear_incoming(config.files)
        await _register(parts)
        means = Means(parts.store, parts.clock, parts.signals, parts.faults.hand_out, caller(parts), config.files)
        await parts.webhooks.open(means)
        yield
        await parts.webhooks.close()
        parts.store.close()

    routes = [
        Route("/bot{rest:path}", BotDoor()),
        Route("/file/bot{rest:path}", download),
        Route("/healthz", _health),
        *PHONES,
        *ADMIN,
        *SITE,
        *SHOWCASE,
    ]
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers=dict.fromkeys((404, 405, 500), refuse_request))
    app.state.parts = parts
    return app


def serve(config: Config, listening: socket.socket) -> None:
    """Serve on a socket that listens already, until SIGINT or SIGTERM."""
    app = build(config)
    settings = uvicorn.Config(
        KeepConnection(app),
        log_config=None,
        access_log=False,  # its lines would hold bot tokens
        server_header=False,
        ws="websockets-sansio",
        ws_max_size=64 * 1024,
        timeout_graceful_shutdown=5,
        timeout_keep_alive=60,  # longer than clients keep an idle connection: none writes into one that is closing
    )
    Server(settings, app.state.parts).run(sockets=[listening])


class Server(uvicorn.Server):
    """Stops at once: whoever waits for updates is told that there are none."""

    def __init__(self, settings: uvicorn.Config, parts: Parts) -> None:
        super().__init__(settings)
        self._parts = parts

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """A stop that was asked for is a clean end, also if it is asked for twice: the library would let the signal
        kill the process afterwards, and end in a traceback where SIGINT comes after SIGTERM."""
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, setattr, self, "should_exit", True)
        yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._parts.polls.answer_all()
        await super().shutdown(sockets)


async def _health(request: Request) -> JSONResponse:
    parts = parts_of(request)
    await parts.store.run(lambda tx: tx.session.execute(text("select 1")))
    return JSONResponse({"ok": True})


async def _register(parts: Parts) -> None:
    def register(tx: Transaction) -> None:
        for seed in parts.config.bots:
            add_bot(tx, seed.token, name=seed.name, username=seed.username)
        register_people(tx, parts.config.showcase)

    await parts.store.run(register)
