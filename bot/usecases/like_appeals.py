"""Which public appeals tell of the same matter as one that was just filed. Nobody is shown their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from bot.rules.common_issues import Like, Near
from bot.rules.lifecycle import Status
from bot.usecases.turn import Turn
from nlp.hand_words import weights_of
from nlp.keywords import index_words
from nlp.redact import redact
from nlp.similarity import Likeness, likeness, told
from storage.common_issues import list_issues_of
from storage.issue_offers import list_asked
from storage.models import Appeal
from storage.pieces import list_words_of_appeals
from storage.similar import Sought, list_similar_answered, list_similar_candidates, list_similar_in_county

_MOST = 10  # of the village, and of the area: each is compared word by word
_MOST_NAMED = 2
_told = lru_cache(maxsize=2048)(told)  # the newest of a village are compared again and again


@dataclass(frozen=True)
class Alike:
    appeal: Appeal
    alike: Likeness


async def list_alike(turn: Turn, appeal: Appeal, text: str) -> list[Alike]:
    """Of the household's other members, the village and the area; the likeliest first."""
    sought = _sought(appeal, text, turn.now - turn.policy.duplicates.look_back)
    return await _compared(turn, text, await list_similar_candidates(turn.session, appeal.grid_id, sought))


async def list_alike_in_county(turn: Turn, appeal: Appeal, text: str) -> list[Alike]:
    """Of other households, over all villages; the likeliest first."""
    sought = _sought(appeal, text, turn.now - turn.policy.duplicates.look_back)
    return await _compared(turn, text, await list_similar_in_county(turn.session, sought))


async def list_alike_answered(turn: Turn, appeal: Appeal, text: str) -> list[Alike]:
    """Of other households, over all villages, what was answered; the likeliest first."""
    sought = _sought(appeal, text, turn.now - turn.policy.answers.remembered)
    return await _compared(turn, text, await list_similar_answered(turn.session, sought))


def _sought(appeal: Appeal, text: str, since: datetime) -> Sought:
    return Sought(index_words(text), appeal.household_id, appeal.account_id, since, _MOST)


async def _compared(turn: Turn, text: str, found: Sequence[Appeal]) -> list[Alike]:
    if not found:
        return []
    words = await list_words_of_appeals(turn.session, [other.id for other in found])
    compared = [Alike(other, compare(text, words.get(other.id, ""))) for other in found]
    same = [one for one in compared if one.alike.same_matter]
    return sorted(same, key=lambda one: (-one.alike.score, one.appeal.id))


def compare(first: str, second: str) -> Likeness:
    return likeness(_told(first), _told(second))


async def likes_of(turn: Turn, appeal: Appeal, found: Sequence[Alike]) -> list[Like]:
    """As the rules want to know them."""
    ids = [one.appeal.id for one in found]
    issues, asked = await list_issues_of(turn.session, ids), await list_asked(turn.session, ids)
    return [
        Like(
            appeal=other.id,
            household=other.household_id,
            near=near(appeal, other),
            is_open=may_join(other),
            issue=issues.get(other.id),
            decides=other.id in asked or other.account_id is None,
        )
        for other in (one.appeal for one in found)
    ]


def may_join(appeal: Appeal) -> bool:
    """Somebody owes it an answer; a danger goes its own way."""
    return Status(appeal.status).is_open and appeal.danger is None


def near(appeal: Appeal, other: Appeal) -> Near:
    if other.household_id == appeal.household_id:
        return Near.HOME
    return Near.VILLAGE if other.grid_id == appeal.grid_id else Near.AREA


def say_matter(turn: Turn, appeal: Appeal, alike: Likeness) -> dict[str, Any]:
    """In the system's own words: the category, and words of its word files that both texts hold. What else people said
    is not repeated to others."""
    return {"category": turn.policy.categories[appeal.category].name, "shared": named_words(alike) or "none"}


def named_words(alike: Likeness) -> list[str]:
    """The weightiest of ours that both texts hold."""
    known = {word: weights_of(word).get(word, 0.0) for word in (*alike.places, *alike.keywords)}
    named = [word for word in known if known[word] and len(word) > 1 and redact(word).text == word]
    return sorted(named, key=lambda word: -known[word])[:_MOST_NAMED]
