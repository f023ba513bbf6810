"""A button that nobody hears, or a verb that no button has, is a mistake."""

import ast
from pathlib import Path

from bot.rules.buttons import CARD_VERBS
from handlers import cadre, lead, linking, threads, verdicts, villager

TREE = Path(__file__).resolve().parents[2]
HEARD = [verb for module in (cadre, lead, threads, verdicts, villager, linking) for verb in module.VERBS]


def _written() -> set[str]:
    """The verb of every button that the service writes."""
    nodes = [
        node for file in (TREE / "bot").rglob("*.py") for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    ]
    calls = [node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Button"]
    verbs = [call.args[1] for call in calls if len(call.args) > 1]
    assert all(isinstance(verb, ast.Constant) for verb in verbs)
    return {str(verb.value) for verb in verbs if isinstance(verb, ast.Constant)}


def test_every_button_is_heard_and_every_verb_has_a_button() -> None:
    assert sorted(HEARD) == sorted(_written())


def test_every_button_of_a_public_card_works_in_a_groups_topic_too() -> None:
    assert set(threads.IN_TOPIC) == CARD_VERBS - {"open"}
