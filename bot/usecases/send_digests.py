"""Half past seven of a working day: what is due, what is new, which households are not linked yet."""

from dataclasses import replace
from datetime import timedelta

from bot.rules.buttons import Button
from bot.rules.calendar import add_working_days, at, day_of
from bot.rules.nights import is_digest_day
from bot.usecases.tick import Tick
from storage.digests import Moments, Morning, list_mornings
from storage.letters import Priority
from storage.officials import list_accounts_of_official

_MORNING = timedelta(hours=2)  # later than that a restart sends none any more


async def send_digests(tick: Tick) -> None:
    """Once a day for each official, however often the clock strikes: the letter's occasion is the day."""
    day, terms = day_of(tick.now), tick.policy.deadlines
    begins = at(day, tick.policy.nights.digest_at)
    if not begins <= tick.now < begins + _MORNING or not is_digest_day(tick.calendar, tick.now):
        return
    yesterday = at(add_working_days(tick.calendar, day, -1), tick.policy.nights.digest_at)
    ends, tomorrow, soon = (at(add_working_days(tick.calendar, day, count), terms.day_ends) for count in range(3))
    today = replace(tick, occasion=f"digest-{day:%Y%m%d}")
    for morning in await list_mornings(tick.session, Moments(ends, tomorrow, soon, yesterday)):
        await _tell(today, morning)


async def _tell(today: Tick, morning: Morning) -> None:
    buttons = [Button("digest-look", "inbox")]
    buttons += [Button("digest-unlinked", "unlinked")] if morning.unlinked else []
    buttons += [Button("digest-unassigned", "unassigned")] if morning.unassigned else []
    for account in await list_accounts_of_official(today.session, morning.official_id):
        await today.tell(
            account,
            "digest",
            buttons=buttons,
            priority=Priority.DIGEST,
            due_today=morning.due_today,
            due_soon=morning.due_soon,
            fresh=morning.new,
            unlinked=morning.unlinked,
            promised=morning.promised,
            unassigned=morning.unassigned,
        )
