"""Whether a text is for its holder's eyes only. By what it tells, never by its category; in doubt it is."""

from nlp.judge import judge_of
from nlp.kinds import Privacy
from nlp.signs import signs_of

_AT_LEAST = 0.35


def privacy_of(text: str) -> Privacy | None:
    """The likeliest reason."""
    judge, signs = judge_of("private"), signs_of(text)
    return Privacy(judge.likeliest(signs)) if judge.chance(signs) >= _AT_LEAST else None
