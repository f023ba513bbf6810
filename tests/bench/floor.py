"""The floor: a bare handler of the same web stack that reads a form and answers. `python -m tests.bench.floor PORT`."""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


async def echo(request: Request) -> JSONResponse:
    form = await request.form()
    return JSONResponse({"ok": True, "result": {"text": str(form["text"])}})


if __name__ == "__main__":
    app = Starlette(routes=[Route("/echo", echo, methods=["POST"])])
    uvicorn.run(app, port=int(sys.argv[1]), log_config=None, access_log=False, server_header=False)
