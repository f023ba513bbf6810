"""Docs that fail when they lie."""

import re
import tomllib
from pathlib import Path

import pytest
from starlette.routing import BaseRoute, Route, WebSocketRoute
from typer.main import get_group

from bot.__main__ import cli
from bot.chatserver.admin.routes import ROUTES as ADMIN
from bot.chatserver.phones.routes import ROUTES as PHONES

TREE = Path(__file__).resolve().parents[2]
CHAT_SERVER = (TREE / "docs" / "chatserver.md").read_text(encoding="utf-8")
SHORT = {"phone": "P", "chat": "C", "message": "N", "file": "F", "user": "U"}


def _as_documented(route: BaseRoute) -> str:
    assert isinstance(route, Route | WebSocketRoute)
    path = route.path.replace("-{chat:number}", "ID")
    path = re.sub(r"\{(\w+)(:\w+)?\}", lambda found: SHORT[found[1]], path)
    if isinstance(route, WebSocketRoute):
        return f"WebSocket {path}"
    return f"{next(iter((route.methods or set()) - {'HEAD'}))} {path}"


@pytest.mark.parametrize("call", sorted(map(_as_documented, [*PHONES, *ADMIN])))
def test_every_call_of_phones_and_operator_is_documented(call: str) -> None:
    assert re.search(rf"`{re.escape(call)}(?![\w/])", CHAT_SERVER)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_verb_that_a_readme_shows_exists(name: str) -> None:
    text = (TREE / name).read_text(encoding="utf-8")
    shown = set(re.findall(r"huiyin ([a-z]+)", text))
    assert shown
    assert shown <= set(get_group(cli).commands)


@pytest.mark.parametrize("page", sorted((TREE / "docs" / "decisions").glob("0*.md"), key=str))
def test_every_decision_is_in_the_index_and_has_its_three_parts(page: Path) -> None:
    index = (page.parent / "README.md").read_text(encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    assert f"]({page.name})" in index
    assert [part for part in ("**Context.**", "**Decision.**", "**Consequences.**") if part not in text] == []


@pytest.mark.parametrize("page", sorted([*TREE.glob("*.md"), *(TREE / "docs").rglob("*.md")], key=str))
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_library_that_we_ask_for_has_its_reason() -> None:
    project = tomllib.loads((TREE / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.split(r"[\[=<>;]", line)[0] for line in asked if isinstance(line, str)]
    reasons = (TREE / "docs" / "decisions" / "0008-libraries.md").read_text(encoding="utf-8")
    assert [name for name in names if name not in reasons] == []
