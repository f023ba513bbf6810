"""Whether a text is for its holder's eyes only. By what it tells, never by its category; in doubt it is."""

from functools import cache

from nlp.kinds import Privacy
from nlp.phrases import Hit, Phrasebook
from nlp.word_files import words_of

_NEAR = 12  # characters between a hit and the word that makes it public
_NEVER_PUBLIC = frozenset({Privacy.FEAR, Privacy.VIOLENCE_AT_HOME})


def privacy_of(text: str) -> Privacy | None:
    """The first reason in the order of `Privacy` that no public word near it takes away."""
    reasons, look_alikes, public = _books()
    hits = reasons.find(look_alikes.blanked(text))
    shared = public.find(text) if hits else []
    found = {Privacy(hit.label) for hit in hits if not _is_shared(hit, shared)}
    return next((reason for reason in Privacy if reason in found), None)


def _is_shared(hit: Hit, shared: list[Hit]) -> bool:
    if hit.label in _NEVER_PUBLIC:
        return False
    return any(other.start - hit.end <= _NEAR and hit.start - other.end <= _NEAR for other in shared)


@cache
def _books() -> tuple[Phrasebook, Phrasebook, Phrasebook]:
    words = words_of("privacy")
    reasons = Phrasebook({reason: words["reasons"][reason] for reason in Privacy})
    return reasons, Phrasebook(words["look_alikes"]), Phrasebook(words["public"])
