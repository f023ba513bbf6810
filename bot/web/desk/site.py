"""Every address of the desk."""

from starlette.routing import Route

from bot.clock import Clock
from bot.usecases.at_desk import DeskRules
from bot.web.desk import acts, pages
from bot.web.desk.door import Act, Door
from storage.engine import Database

_ACTS: dict[str, Act] = {
    "/desk/grids/{grid}/open": acts.begin,
    "/desk/items/{item}/decide": acts.decide,
    "/desk/items/{item}/up": acts.pass_up,
    "/desk/items/{item}/skip": acts.skip,
    "/desk/meetings/{meeting}/close": acts.close,
}


def routes(database: Database, rules: DeskRules, clock: Clock, public_url: str | None) -> list[Route]:
    door = Door(database, rules, clock, public_url)
    shown = {
        "/desk": pages.home,
        "/desk/meetings/{meeting}": pages.meeting,
        "/desk/items/{item}": pages.item,
        "/desk/meetings/{meeting}/minutes.{kind}": pages.minutes,
    }
    return [
        *door.routes(),
        *(Route(path, door.page(page)) for path, page in shown.items()),
        *(Route(path, door.act(act), methods=["POST"]) for path, act in _ACTS.items()),
    ]
