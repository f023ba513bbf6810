"""The villager's own appeals, and which of them new words speak of."""

from dataclasses import dataclass
from enum import StrEnum

from bot.rules.errors import NotYours
from bot.rules.lifecycle import Actor, Status
from bot.usecases.drafted import words_of
from bot.usecases.turn import Turn
from bot.usecases.villager import Villager
from nlp.kinds import Judged
from nlp.reading import Reading
from nlp.similarity import likeness, told
from storage.access import AppealView, access_appeal
from storage.appeal_lists import list_recent_of_account
from storage.models import Appeal
from storage.pieces import list_appeal_pieces
from storage.viewers import find_viewer

_MOST = 10
_MAYBE = 0.35  # less alike than that are two matters


class Belonging(StrEnum):
    SURELY = "surely"
    MAYBE = "maybe"


@dataclass(frozen=True)
class Match:
    view: AppealView
    belonging: Belonging


async def list_recent(turn: Turn, villager: Villager) -> list[AppealView]:
    """Open, or answered not long ago; newest first."""
    since = turn.now - turn.policy.duplicates.look_back
    appeals = await list_recent_of_account(turn.session, villager.account.id, since)
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    return [await access_appeal(turn.session, viewer, appeal.id) for appeal in appeals[:_MOST]]


async def may_add_words(turn: Turn, appeal_id: int) -> bool:
    """To what they said themselves, and to what they wrote down for somebody."""
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    try:
        return bool((await access_appeal(turn.session, viewer, appeal_id)).actors & {Actor.AUTHOR, Actor.WRITER})
    except NotYours:
        return False


async def find_match(turn: Turn, recent: list[AppealView], text: str, reading: Reading) -> Match | None:
    """None for another matter. In doubt only what was filed just now may be meant by words that name no matter."""
    best, score = None, 0.0
    words = told(text)
    for view in recent:
        pieces = await list_appeal_pieces(turn.session, view)
        alike = likeness(words, told(words_of(pieces)))
        if alike.same_matter:
            return Match(view, Belonging.SURELY)
        if alike.score > score:
            best, score = view, alike.score
    if best is not None and score >= _MAYBE:
        return Match(best, Belonging.MAYBE)
    fresh = next((view for view in recent if _is_fresh(turn, view.appeal)), None)
    return Match(fresh, Belonging.MAYBE) if fresh and _names_no_matter(text, reading) else None


def _is_fresh(turn: Turn, appeal: Appeal) -> bool:
    is_open = Status(appeal.status).is_open
    return is_open and turn.now - appeal.filed_at < turn.policy.drafts.question_expires


def _names_no_matter(text: str, reading: Reading) -> bool:
    return not text or reading.is_appeal != Judged.YES or not reading.names_matter
