"""The methods of the Bot API that this server has, by name in lower case."""

import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.chatserver.botapi import methods as methods_package
from bot.chatserver.botapi.arguments import Arguments
from bot.chatserver.delivery.replies import Execute
from bot.chatserver.errors import NotFound
from bot.chatserver.models import Bot
from bot.chatserver.parts import Parts
from bot.chatserver.store import Transaction


@dataclass(frozen=True)
class Call:
    """A call of a method that is done within one transaction."""

    tx: Transaction
    bot: Bot
    arguments: Arguments
    parts: Parts


@dataclass(frozen=True)
class Request:
    """A call of any method, before a transaction is there."""

    bot_id: int
    method: str
    arguments: Arguments
    parts: Parts


Method = Callable[[Call], Any]
Handler = Callable[[Request], Awaitable[Any]]
HANDLERS: dict[str, Handler] = {}
EXTENSIONS: dict[str, Handler] = {}
"""What the Bot API does not have (docs/chatserver.md): of no use to a bot that knows Telegram only."""


def method(*names: str) -> Callable[[Method], Method]:
    """Register what is done in one transaction; its result becomes `result` of the answer."""
    return _in_one_transaction(HANDLERS, names)


def extension(name: str) -> Callable[[Method], Method]:
    """Register what only this server has; done as a `method` is."""
    return _in_one_transaction(EXTENSIONS, (name,))


def _in_one_transaction(known: dict[str, Handler], names: Sequence[str]) -> Callable[[Method], Method]:
    def register(function: Method) -> Method:
        async def handler(request: Request) -> Any:  # noqa: ANN401 -- whatever the method answers
            return await request.parts.store.run(lambda tx: function(_call(tx, request)))

        for name in names:
            known[name.lower()] = handler
        return function

    return register


def find_handler(name: str) -> Handler | None:
    return HANDLERS.get(name) or EXTENSIONS.get(name)


def waiting_method(*names: str) -> Callable[[Handler], Handler]:
    """Register what must wait for something, and so runs its own transactions."""

    def register(handler: Handler) -> Handler:
        for name in names:
            HANDLERS[name.lower()] = handler
        return handler

    return register


async def perform(request: Request) -> Any:  # noqa: ANN401 -- whatever the method answers
    """Do what the bot asks for.

    :raises NotFound: this server does not have the method.
    :raises TooManyRequests: the bot's budget is spent.
    """
    handler = find_handler(request.method)
    if handler is None:
        raise NotFound(": method not found")
    request.parts.budgets.spend(request.bot_id, request.method, request.arguments)
    return await handler(request)


def caller(parts: Parts) -> Execute:
    """Calls methods for a bot that did not come by HTTP; what this server does not have is passed over."""

    async def call(bot_id: int, name: str, arguments: Arguments) -> Any:  # noqa: ANN401 -- whatever the method answers
        return await perform(Request(bot_id, name, arguments, parts))

    return call


def load_methods() -> None:
    """Import every module of `methods`, so that all of them are registered."""
    for module in pkgutil.iter_modules(methods_package.__path__):
        importlib.import_module(f"{methods_package.__name__}.{module.name}")


def _call(tx: Transaction, request: Request) -> Call:
    return Call(tx, tx.session.get_one(Bot, request.bot_id), request.arguments, request.parts)
