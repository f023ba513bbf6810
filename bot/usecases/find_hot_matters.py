"""By the clock: which appeals of the whole county tell of one matter. A few at a time, from where it stopped."""

from datetime import timedelta

from bot.usecases.like_appeals import Alike, compare, named_words
from bot.usecases.tick import Tick
from storage.appeal_keywords import list_keywords
from storage.hot_matters import add_matter, list_matters_of, list_unlooked, record_in_matter, record_looked
from storage.models import Appeal
from storage.pieces import list_words_of_appeals
from storage.similar import Sought, list_similar_in_county

_AT_ONCE = 10
_COMPARED = 20
_SETTLED = timedelta(minutes=5)  # numbers are given before commits: a smaller one may still be on its way


async def find_hot_matters(tick: Tick) -> None:
    """Nothing is done with an appeal because of it; what is not for everybody has no words by which to be found."""
    since = tick.now - tick.policy.duplicates.look_back
    for appeal in await list_unlooked(tick.session, since, tick.now - _SETTLED, _AT_ONCE):
        words = await list_keywords(tick.session, appeal.id)
        if words:
            sought = Sought(words, appeal.household_id, appeal.account_id, since, _COMPARED)
            await _place(tick, appeal, await _alike(tick, appeal, sought))
        await record_looked(tick.session, appeal.id)


async def _alike(tick: Tick, appeal: Appeal, sought: Sought) -> list[Alike]:
    """The likeliest first."""
    found = await list_similar_in_county(tick.session, sought)
    words = await list_words_of_appeals(tick.session, [appeal.id, *(other.id for other in found)])
    own = words.get(appeal.id, "")
    compared = [Alike(other, compare(own, words.get(other.id, ""))) for other in found]
    return sorted((one for one in compared if one.alike.same_matter), key=lambda one: -one.alike.score)


async def _place(tick: Tick, appeal: Appeal, alike: list[Alike]) -> None:
    """With the likeliest that is in a matter already, else with the likeliest in a new one."""
    if not alike:
        return
    matters = await list_matters_of(tick.session, [one.appeal.id for one in alike])
    known = next((matters[one.appeal.id] for one in alike if one.appeal.id in matters), None)
    if known is None:
        best = alike[0]
        matter = await add_matter(tick.session, appeal.category, named_words(best.alike), tick.now)
        known = matter.id
        await record_in_matter(tick.session, known, [best.appeal.id])
    await record_in_matter(tick.session, known, [appeal.id])
