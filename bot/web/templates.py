"""Pages drawn on the server, from the templates beside this file."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.responses import HTMLResponse

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=select_autoescape(), trim_blocks=True, lstrip_blocks=True
)


def draw(template: str, status: int = 200, **data: object) -> HTMLResponse:
    """Kept nowhere: what is withdrawn must be gone with the next look."""
    page = _TEMPLATES.get_template(template).render(**data)
    return HTMLResponse(page, status, {"Cache-Control": "no-store"})
