"""Which of several answers to like matters is offered first."""

from bot.rules.lifecycle import Verdict

_BEST_FIRST = (Verdict.SOLVED, None, Verdict.HALF, Verdict.NOT_SOLVED)


def order_of(verdict: Verdict | None, likeness: float, answer: int) -> tuple[int, float, int]:
    """What its household called solved, then what nobody judged, and what was not solved last; among these the
    likeliest matter, then the newest answer."""
    return _BEST_FIRST.index(verdict), -likeness, -answer
