"""Danger to life, now. In doubt it is danger: a needless call costs less than a missed one."""

from nlp.hits import blanked
from nlp.judge import chance_of, likeliest
from nlp.kinds import Danger
from nlp.signs import signs_of

_LOOK_ALIKES = "danger.look_alikes"
_AT_LEAST = 0.25  # by cross-validation over the examples, docs/decisions/0015
_AT_LEAST_BESIDE = 0.5  # a phrase that only looks like danger


def danger_in(text: str) -> Danger | None:
    """The likeliest kind."""
    signs = signs_of_danger(text)
    at_least = _AT_LEAST if f"#{_LOOK_ALIKES}" not in signs else _AT_LEAST_BESIDE
    return Danger(likeliest("danger", signs)) if chance_of("danger", signs) >= at_least else None


def signs_of_danger(text: str) -> frozenset[str]:
    """火烧眉毛 tells of no fire: what only looks like danger is weighed as that, and by none of its words."""
    plainer = blanked(text, _LOOK_ALIKES)
    return signs_of(text) if plainer == text else signs_of(plainer) | {f"#{_LOOK_ALIKES}"}
