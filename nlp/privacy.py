"""Whether a text is for its holder's eyes only. By what it tells, never by its category; in doubt it is."""

from nlp.judge import chance_of, likeliest
from nlp.kinds import Privacy
from nlp.signs import signs_of

_AT_LEAST = 0.3  # by cross-validation over the examples, docs/decisions/0015


def privacy_of(text: str) -> Privacy | None:
    """The likeliest reason."""
    signs = signs_of(text)
    return Privacy(likeliest("private", signs)) if chance_of("private", signs) >= _AT_LEAST else None
