"""The oracle and the scenes know the server only by its HTTP: a mistake made there cannot be repeated here."""

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parent.parent
# The one question that is put to the server's code: which methods it has.
ALLOWED = {"bot.chatserver.botapi.registry"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_the_conformance_test_shares_no_code_with_the_server() -> None:
    paths = [*(TESTS / "conformance").rglob("*.py"), *(TESTS / "chatserver/twoclients").rglob("*.py")]
    names = {name for path in paths for name in imported(path)}
    assert {name for name in names if name.partition(".")[0] in {"bot", "handlers", "nlp", "storage"}} == ALLOWED
