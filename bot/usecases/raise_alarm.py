"""A danger that nobody has opened: the county is told, and the household whom to call."""

from bot.rules.lifecycle import Action
from bot.rules.numbers import number_for_officials
from bot.rules.steps import Standing
from bot.usecases.people_of import list_phones, tell_author
from bot.usecases.send_calls import Calls
from bot.usecases.take_step import Wanted, take_step_by_the_clock
from bot.usecases.tick import Tick
from storage.grids import find_county, find_leads
from storage.letters import Priority
from storage.models import Appeal


async def raise_alarm(tick: Tick, appeal: Appeal, standing: Standing) -> Calls:
    duty = await _duty_officers(tick, standing)
    wanted = Wanted(Action.ALARM, told=frozenset(duty), data={"danger": appeal.danger})
    await take_step_by_the_clock(tick, appeal, wanted, standing)
    number = number_for_officials(appeal.series, appeal.number)
    for account in await list_phones(tick, duty):
        await tick.show_card(appeal.id, account, priority=Priority.DANGER)
        await tick.tell(account, "danger-unopened", about=appeal.id, priority=Priority.DANGER, number=number)
    data = {"danger": appeal.danger, "phone": tick.policy.office.phone}
    await tell_author(tick, appeal, "danger-nobody", data, priority=Priority.DANGER)
    return []


async def _duty_officers(tick: Tick, standing: Standing) -> tuple[int, ...]:
    """Those who lead the county, who are not kept from it."""
    county = await find_county(tick.session)
    leads = (await find_leads(tick.session, [county.id]))[county.id] if county else ()
    return tuple(lead for lead in leads if lead not in standing.barred)
