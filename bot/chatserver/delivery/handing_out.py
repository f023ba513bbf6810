"""The one place where updates on their way to a bot may be tampered with, by faults that were asked for."""

from collections.abc import Callable

from bot.chatserver.world.updates import Pending

# (bot id, updates in order) -> the updates as the bot shall see them: twice, shuffled, or just as they are.
HandOut = Callable[[int, list[Pending]], list[Pending]]


def as_they_are(_bot_id: int, updates: list[Pending]) -> list[Pending]:
    return updates
