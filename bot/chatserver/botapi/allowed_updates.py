"""The `allowed_updates` of a call: which kinds of updates the bot wants from now on."""

import json

from bot.chatserver.botapi.arguments import Arguments
from bot.chatserver.models import Bot
from bot.chatserver.world.update_kinds import choose_kinds


def keep_allowed_updates(bot: Bot, arguments: Arguments) -> None:
    """Take the list over. None, or anything but a list of names, leaves what was set before (Client.cpp:16889)."""
    try:
        names = json.loads(arguments.text("allowed_updates"))
    except (ValueError, RecursionError):
        return
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        bot.allowed_updates = choose_kinds(names)
