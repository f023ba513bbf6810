"""What bots offer in a chat: their description, commands and menu button, in the words of this person's language."""

from bot.chatserver.models import Bot, Chat, Json, User
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import list_bots
from bot.chatserver.world.commands import commands_for
from bot.chatserver.world.profiles import get_text, menu_button_for


def view_offers(tx: Transaction, chat: Chat, user_id: int) -> Json:
    language = tx.session.get_one(User, user_id).language_code
    bot = tx.session.get(Bot, chat.bot_id) if chat.bot_id is not None else None
    if bot is None:
        commands = _of_a_group(tx, chat, user_id, language)
        return {"description": chat.description, "commands": commands, "menu_button": {"type": "commands"}}
    return {
        "description": get_text(bot, "description", language) or None,
        "commands": commands_for(tx, bot.id, chat, user_id, language),
        "menu_button": menu_button_for(bot, user_id),
    }


def _of_a_group(tx: Transaction, chat: Chat, user_id: int, language: str | None) -> list[Json]:
    """Every bot's commands, each with its bot's name behind it where there are several bots."""
    bots = [] if chat.kind == "channel" else list_bots(tx, chat)
    offered = [(bot, command) for bot in bots for command in commands_for(tx, bot, chat, user_id, language)]
    if len(bots) == 1:
        return [command for _, command in offered]
    return [command | {"command": f"{command['command']}@{_username(tx, bot)}"} for bot, command in offered]


def _username(tx: Transaction, bot_id: int) -> str:
    return tx.session.get_one(User, bot_id).username or ""
