"""All handlers in one aiogram Dispatcher, asked in the order in which they stand here."""

from aiogram import Dispatcher

from bot.clock import Clock
from handlers import anyone
from handlers.middlewares import WhoAndWhen


def dispatcher(clock: Clock) -> Dispatcher:
    """aiogram's dialogue state is off: the one open question of a chat is a row in the same transaction."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(WhoAndWhen(clock))
    dispatcher.include_routers(anyone.router())
    return dispatcher
