"""All handlers in one aiogram Dispatcher, asked in the order in which they stand here."""

from aiogram import Dispatcher

from bot.clock import Clock
from bot.rules.calendar import Calendar
from bot.rules.terms import Policy
from handlers import cadre, channels, lead, linking, threads, unlinked, verdicts, villager
from handlers.middlewares import WhoAndWhen


def dispatcher(clock: Clock, policy: Policy, calendar: Calendar) -> Dispatcher:
    """aiogram's dialogue state is off: the one open question of a chat is a row in the same transaction."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(WhoAndWhen(clock, policy, calendar))
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
