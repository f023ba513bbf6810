"""All handlers in one aiogram Dispatcher, asked in the order in which they stand here."""

from aiogram import Dispatcher

from bot.clock import Clock
from bot.rules.calendar import Calendar
from bot.rules.terms import Policy
from handlers import cadre, channels, lead, linking, threads, unlinked, verdicts, villager
from handlers.middlewares import WhoAndWhen


def dispatcher(clock: Clock, policy: Policy, calendar: Calendar, site: str | None = None) -> Dispatcher:
    """aiogram's dialogue state is off: the one open question of a chat is a row in the same transaction.
    `site`: the address of our own pages, for links."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(WhoAndWhen(clock, policy, calendar, site))
    dispatcher.include_routers(
        linking.router(),
        lead.router(),
        cadre.router(),
        verdicts.router(),
        villager.router(),
        unlinked.router(),
        channels.router(),
        threads.router(),
    )
    return dispatcher
