"""Pages of the service. They read; every write is a use case."""

import logging

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.web.templates import draw
from storage.engine import Database, DatabaseDown
from storage.health import find_revision
from storage.wall import list_walls

_VILLAGES = 20

log = logging.getLogger(__name__)


async def busy(_: Request, down: Exception) -> Response:
    """For every page that needs the database while it does not answer."""
    log.warning("%s A page could not be shown.", down)
    return draw("busy.html", 503)


def routes(database: Database) -> list[Route]:
    async def home(_: Request) -> Response:
        async with database.read() as session:
            return draw("home.html", villages=await list_walls(session, _VILLAGES))

    async def healthz(_: Request) -> Response:
        """200 where the database answers, else 503: for supervisors and load balancers."""
        try:
            async with database.read() as session:
                revision = await find_revision(session)
        except DatabaseDown as down:
            return JSONResponse({"ok": False, "why": str(down)}, 503)
        return JSONResponse({"ok": True, "revision": revision})

    return [Route("/", home), Route("/healthz", healthz)]
