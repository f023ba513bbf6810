"""Forks lives of the service from a process that has imported it: `python -m tests.crowd.parent`.

Each line of its input begins a life: {"environ": its settings, "ahead": seconds that its clock is ahead}. The process
id is answered at once, and the exit status when that life is over.
"""

import asyncio
import gc
import importlib
import json
import os
import sys
from datetime import datetime, timedelta

import uvloop

from bot import app, service
from bot.clock import utc_now
from bot.listening import listen
from nlp.reading import warm_up

# What libraries import as late as they need it.
_IMPORTED = (
    "anyio._backends._asyncio",
    "httpcore",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "aiosqlite",
    "psycopg",
    "psycopg_pool",
    "uvicorn.lifespan.off",
    "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto",
)


def main() -> None:
    """No thread may run before a fork, so nothing is connected here."""
    for name in _IMPORTED:
        importlib.import_module(name)
    warm_up()
    gc.freeze()
    for line in sys.stdin:
        process = os.fork()
        if not process:
            _live(**json.loads(line))
        print(process, flush=True)
        _, status = os.waitpid(process, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _live(environ: dict[str, str], ahead: int) -> None:
    settings = app.prepare(environ, "run")

    def clock() -> datetime:
        return utc_now() + timedelta(seconds=ahead)

    async def serve() -> None:
        with listen(settings.host, settings.port) as listening:
            await service.serve(settings, listening, app.stop_at_a_signal(), clock)

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve())
    os._exit(0)


if __name__ == "__main__":
    main()
