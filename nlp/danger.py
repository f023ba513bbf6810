"""Danger to life, now. In doubt it is danger: a needless call costs less than a missed one."""

from nlp.hits import blanked
from nlp.judge import judge_of
from nlp.kinds import Danger
from nlp.signs import signs_of

_LOOK_ALIKES = "danger.look_alikes.words"
_AT_LEAST = 0.3  # by cross-validation over the examples, docs/decisions/0015


def danger_in(text: str) -> Danger | None:
    """The likeliest kind."""
    judge, signs = judge_of("danger"), signs_of_danger(text)
    return Danger(judge.likeliest(signs)) if judge.chance(signs) >= _AT_LEAST else None


def signs_of_danger(text: str) -> frozenset[str]:
    """火烧眉毛 tells of no fire: what only looks like danger is weighed as that, and by none of its words."""
    plainer = blanked(text, _LOOK_ALIKES)
    return signs_of(text) if plainer == text else signs_of(plainer) | {f"#{_LOOK_ALIKES}"}
