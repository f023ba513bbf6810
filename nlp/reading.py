"""What a text says: the one function that the service asks."""

from dataclasses import dataclass

from nlp.appeal import asks_progress, is_appeal
from nlp.categories import category_of
from nlp.danger import danger_in
from nlp.hits import is_told
from nlp.keywords import keywords_of
from nlp.kinds import Danger, Judged, Privacy, Urgency
from nlp.own_cadre import complains_of_cadre
from nlp.plain import plain
from nlp.privacy import privacy_of


@dataclass(frozen=True)
class Reading:
    """Values only, words as they stand in the text.

    `category` and `runner_up` are codes of the county's categories, `confidence` is 0 to 1, and `words` are what
    decided, the weightiest first. `keywords` stand in their order, none twice, eight at most. Danger, privacy and a
    complaint about the own cadre err to the safe side.
    """

    category: str
    confidence: float
    runner_up: str | None
    words: tuple[str, ...]
    keywords: tuple[str, ...]
    danger: Danger | None
    private: Privacy | None
    about_cadre: Judged
    is_appeal: Judged
    asks_progress: bool
    urgency: Urgency


def read(text: str, *, cadre: str = "") -> Reading:
    """`cadre` is the full name of the household's own contact cadre, who may be spoken of as 老孙 or 孙书记."""
    text = plain(text)
    guess = category_of(text)
    danger, private, about_cadre = danger_in(text), privacy_of(text), complains_of_cadre(text, cadre)
    return Reading(
        category=guess.category,
        confidence=guess.confidence,
        runner_up=guess.runner_up,
        words=guess.words,
        keywords=keywords_of(text, guess.words),
        danger=danger,
        private=private,
        about_cadre=about_cadre,
        is_appeal=_is_appeal(text, danger, about_cadre),
        asks_progress=asks_progress(text),
        urgency=_urgency(text, danger),
    )


def warm_up() -> None:
    """Load what the first reading would wait for."""
    read("")


def _is_appeal(text: str, danger: Danger | None, about_cadre: Judged) -> Judged:
    """Nothing that could be a danger or a complaint is small talk."""
    judged = is_appeal(text)
    return Judged.UNSURE if judged == Judged.NO and (danger or about_cadre == Judged.YES) else judged


def _urgency(text: str, danger: Danger | None) -> Urgency:
    if danger:
        return Urgency.DANGER
    return Urgency.URGENT if is_told(text, "urgent.words") else Urgency.ORDINARY
