"""A scene played on a stage, and what of it can be said: whether it was conformant, and what was seen in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tests.chatserver.twoclients.scene import Scene
from tests.chatserver.twoclients.seen import seen_in
from tests.chatserver.twoclients.stage import Stage
from tests.conformance.exchange import Exchange


@dataclass(frozen=True)
class Performance:
    exchanges: Sequence[Exchange]
    updates: int
    calls: Counter[str]
    seen: frozenset[str]


async def perform(scene: Scene, stage: Stage) -> Performance:
    """Plays the scene; raises AssertionError with all faults of what was asked, answered and posted in it."""
    await scene.play(stage)
    exchanges, posts = list(stage.recorder.exchanges), list(stage.catcher.posts)
    stage.recorder.check_everything()
    if posts:
        stage.catcher.check_everything()
    seen = seen_in(exchanges, posts)
    calls = stage.recorder.methods()
    missing = (scene.calls - calls.keys()) | (scene.shows - seen)
    assert not missing, f"the scene did not show {', '.join(sorted(missing))}"
    return Performance(exchanges, len(posts) + sum(map(_updates_of, exchanges)), calls, seen)


def _updates_of(exchange: Exchange) -> int:
    answer = exchange.answer if exchange.method == "getUpdates" and exchange.status == 200 else None
    return len(answer["result"]) if isinstance(answer, dict) else 0
