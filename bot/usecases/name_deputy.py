"""/deputy: an official who goes away names who stands in, from when and until when."""

from datetime import date, timedelta

from bot.rules.buttons import Button
from bot.rules.calendar import at, day_of
from bot.rules.date_words import read_days
from bot.rules.errors import AlreadySo, NoSuchColleague, NotUnderstood, TooLong
from bot.usecases.acting import acting_official
from bot.usecases.ask import answered, ask
from bot.usecases.change_deputies import begin
from bot.usecases.heard import Heard
from bot.usecases.turn import Toast, Turn
from storage.colleagues import list_colleagues
from storage.deputies import add_deputy, find_deputy
from storage.models import Official
from storage.officials import access_official, list_accounts_of_official

WHO, DAYS = "deputy", "deputy_days"
_OFFERED = 3
_OFFERED_DAYS = (3, 7, 15)
_ONE_DAY = timedelta(days=1)


async def offer_deputies(turn: Turn) -> None:
    """Whoever has one hears so, and may end it. Raises NotYours for whoever is no official."""
    official = await acting_official(turn)
    standing = await find_deputy(turn.session, official.id)
    if standing is not None:
        deputy = await access_official(turn.session, standing.deputy_id)
        end = [Button("deputy-end", "deputy_end", standing.id)]
        since, last = standing.since, standing.ends_at - _ONE_DAY
        await turn.answer("deputy-is", buttons=end, name=deputy.name, since=since, last=last)
        return
    colleagues = await list_colleagues(turn.session, official)
    await ask(turn, WHO, {})
    buttons = [
        Button("deputy-who", "deputy_who", one.id, data={"name": one.name, "post": one.post})
        for one in colleagues[:_OFFERED]
    ]
    await turn.answer("deputy-asked" if colleagues else "deputy-nobody", buttons=buttons)


async def choose_deputy(turn: Turn, official_id: int) -> Toast:
    """Raises Stale where this chat was not asked for one, NoSuchColleague for whoever is none of theirs."""
    await answered(turn, WHO)
    await _ask_days(turn, await _colleague(turn, official_id))
    return Toast("deputy-toast")


async def name_deputy(turn: Turn, _asked: object, heard: Heard) -> None:
    """By name. Raises NoSuchColleague."""
    colleagues = await list_colleagues(turn.session, await acting_official(turn))
    named = [one for one in colleagues if one.name in heard.words]
    if len(named) != 1:
        raise NoSuchColleague
    await _ask_days(turn, named[0])


async def choose_days(turn: Turn, days: int) -> Toast:
    """From today on. Raises Stale, TooLong."""
    asked = await answered(turn, DAYS)
    today, most = day_of(turn.now), turn.policy.cadres.deputy_at_most.days
    if not 0 < days <= most:
        raise TooLong
    await _appoint(turn, asked["deputy"], today, today + (days - 1) * _ONE_DAY)
    return Toast("deputy-toast")


async def say_days(turn: Turn, asked: dict[str, int], heard: Heard) -> None:
    """Raises NotUnderstood, TooLong."""
    days = read_days(heard.words, day_of(turn.now))
    if days is None:
        raise NotUnderstood
    await _appoint(turn, asked["deputy"], *days)


async def _ask_days(turn: Turn, deputy: Official) -> None:
    await ask(turn, DAYS, {"deputy": deputy.id})
    buttons = [Button("deputy-days", "deputy_days", days, data={"days": days}) for days in _OFFERED_DAYS]
    await turn.answer("deputy-how-long", buttons=buttons, name=deputy.name)


async def _appoint(turn: Turn, deputy_id: int, first: date, last: date) -> None:
    """By the morning of the first day, until that after the last: nobody is written to at night. Raises AlreadySo where
    another phone of theirs named one meanwhile."""
    official, deputy = await acting_official(turn), await _colleague(turn, deputy_id)
    if not timedelta(0) <= last - first < turn.policy.cadres.deputy_at_most:
        raise TooLong
    morning = turn.policy.nights.ends
    since, ends_at = max(turn.now, at(first, morning)), at(last + _ONE_DAY, morning)
    if await find_deputy(turn.session, official.id) is not None:
        raise AlreadySo
    standing = await add_deputy(turn.session, official.id, deputy.id, since, ends_at)
    await turn.answer("deputy-named", name=deputy.name, since=first, last=last)
    for phone in await list_accounts_of_official(turn.session, deputy.id):
        await turn.tell(phone, "you-deputy", name=official.name, post=official.post, since=first, last=last)
    if since <= turn.now:
        await begin(turn, standing)


async def _colleague(turn: Turn, official_id: int) -> Official:
    colleagues = await list_colleagues(turn.session, await acting_official(turn))
    found = next((one for one in colleagues if one.id == official_id), None)
    if found is None:
        raise NoSuchColleague
    return found
