"""No sentence that nobody says, and none said that is not written."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.delivery.cards import TOLD
from bot.delivery.wording import CATALOGUE
from bot.rules.lifecycle import Action, Status
from bot.rules.watch import Stroke
from storage.models import PieceKind

TREE = Path(__file__).resolve().parents[3]
_TEXT = (CATALOGUE / "zh-Hans.ftl").read_text(encoding="utf-8")
WRITTEN = set(re.findall(r"^([a-z][\w-]*) =", _TEXT, re.MULTILINE))
DATA = set(re.findall(r"\$([\w-]+)", _TEXT))
COMPOSED = {
    *(f"status-{status}".replace("_", "-") for status in Status),
    *(f"step-{action}".replace("_", "-") for action in TOLD),
    *(f"enclosed-{kind}" for kind in PieceKind if kind is not PieceKind.TEXT),
    *(f"{wording}-village" for wording in ("how-to-link", "words-kept", "help-not-linked")),
    *(f"{wording}-private" for wording in ("unreached", "unseen")),
    *(f"sms-{kind}" for kind in ("answer", "question", "news")),
    *(f"call-{stroke}" for stroke in Stroke if stroke.action is Action.REMIND),
}
"""Those whose names are put together: by `bot.delivery.cards` and `gate`, `bot.usecases.tell_how_to_link`,
`tell_unreached` and `sweep`."""


_SAYING = {"answer", "tell", "say", "Toast", "tell_author", "tell_official", "tell_holder"}
_PARTS = ("bot/usecases", "bot/delivery", "bot/rules", "bot/intake", "handlers", "storage")


def _nodes() -> Iterator[ast.AST]:
    """Of the code of the service."""
    for part in _PARTS:
        for file in (TREE / part).rglob("*.py"):
            yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def _texts(nodes: Iterable[ast.AST]) -> set[str]:
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _given_to_be_said() -> Iterator[str]:
    for node in _nodes():
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            yield from _texts(node.args if called in _SAYING else node.args[:1] if called == "Button" else ())


def test_every_sentence_of_the_catalogue_is_said_somewhere() -> None:
    within_others = set(re.findall(r"\{ ([a-z][\w-]*) \}", _TEXT))
    assert sorted(WRITTEN - _texts(_nodes()) - within_others - COMPOSED) == []


def test_every_sentence_that_is_said_stands_in_the_catalogue() -> None:
    looks_like_one = {text for text in _texts(_nodes()) if re.fullmatch(r"[a-z]+(-[a-z]+)+", text)} - DATA
    assert sorted((COMPOSED | looks_like_one | set(_given_to_be_said())) - WRITTEN) == []
