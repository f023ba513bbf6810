"""What a text says: the one function that the service asks."""

from dataclasses import dataclass

from nlp.appeal import asks_progress, is_appeal
from nlp.categories import category_of
from nlp.danger import danger_in
from nlp.dictionary import Dictionary
from nlp.hand_words import weight_of
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
    decided, the weightiest first; where it must `abstain`, a person decides. `keywords` stand in their order, none
    twice, eight at most. Danger, privacy and a complaint about the own cadre err to the safe side. `names_matter`: it
    has a hand-written word of some category.
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
    abstain: bool
    names_matter: bool


def read(text: str, *, cadre: str = "", title: str = "", dictionary: Dictionary | None = None) -> Reading:
    """`cadre` is the full name of the household's own contact cadre, who may be spoken of as 老孙 or 孙书记.

    `dictionary`: another one than the county's; then the categories are its labels.
    """
    title, detail = plain(title), plain(text)
    text = f"{title} {detail}" if title else detail
    guess = dictionary.guess(title, detail) if dictionary else category_of(detail, title)
    danger, private, about_cadre = danger_in(text), privacy_of(text), complains_of_cadre(text, cadre)
    names_matter = weight_of(text) > 0
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
        abstain=guess.abstain,
        names_matter=names_matter,
    )


def warm_up() -> None:
    """Load what the first reading would wait for."""
    read("联系干部")  # who is spoken of as well


def _is_appeal(text: str, danger: Danger | None, about_cadre: Judged) -> Judged:
    """Nothing that could be a danger or a complaint is small talk."""
    judged = is_appeal(text)
    return Judged.UNSURE if judged == Judged.NO and (danger or about_cadre == Judged.YES) else judged


def _urgency(text: str, danger: Danger | None) -> Urgency:
    if danger:
        return Urgency.DANGER
    return Urgency.URGENT if is_told(text, "urgent.words") else Urgency.ORDINARY
