"""Pages of the service. They read; every write is a use case."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from storage.engine import Database, DatabaseDown
from storage.health import find_revision

_HOME = Path(__file__).parent / "home.html"


def routes(database: Database) -> list[Route]:
    async def home(_: Request) -> Response:
        return HTMLResponse(_HOME.read_text(encoding="utf-8"))

    async def healthz(_: Request) -> Response:
        """200 where the database answers, else 503: for supervisors and load balancers."""
        try:
            async with database.read() as session:
                revision = await find_revision(session)
        except DatabaseDown as down:
            return JSONResponse({"ok": False, "why": str(down)}, 503)
        return JSONResponse({"ok": True, "revision": revision})

    return [Route("/", home), Route("/healthz", healthz)]
