"""Danger to life, now. In doubt it is danger: a needless call costs less than a missed one."""

from functools import cache

from nlp.kinds import Danger
from nlp.phrases import Hit, Phrasebook
from nlp.word_files import words_of

_NEAR = 16  # characters between a danger and the word that calms it


def danger_in(text: str) -> Danger | None:
    """The kind whose phrases hit most often, of equals the one told first; `OTHER` only where no kind is named."""
    kinds, look_alikes, calm, now = _books()
    hits = kinds.find(look_alikes.blanked(text))
    if hits and not now.find(text):
        calming = calm.find(text)
        hits = [hit for hit in hits if not any(_near(hit, other) for other in calming)]
    kinds_told = [hit.label for hit in hits if hit.label != Danger.OTHER] or [hit.label for hit in hits]
    return Danger(max(kinds_told, key=kinds_told.count)) if kinds_told else None


def _near(hit: Hit, other: Hit) -> bool:
    return other.start - hit.end <= _NEAR and hit.start - other.end <= _NEAR


@cache
def _books() -> tuple[Phrasebook, Phrasebook, Phrasebook, Phrasebook]:
    words = words_of("danger")
    return (
        Phrasebook({kind: words["kinds"][kind] for kind in Danger}),
        Phrasebook(words["look_alikes"]),
        Phrasebook(words["calm"]),
        Phrasebook(words["now"]),
    )
