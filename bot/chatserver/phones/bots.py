"""What the bots of a chat offer the person who looks at it."""

from bot.chatserver.models import Bot, Chat, Json, User
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import list_bots
from bot.chatserver.world.commands import commands_for
from bot.chatserver.world.profiles import get_text, menu_button_for
from bot.chatserver.world.users import show_user

NO_BUTTON: Json = {"type": "commands"}


def view_bots(tx: Transaction, chat: Chat, user_id: int) -> Json:
    """The chat's `bot`, `description`, `commands` and `menu_button`."""
    language = tx.session.get_one(User, user_id).language_code
    if chat.bot_id is None:
        commands = _commands_of_all(tx, chat, user_id, language)
        return {"bot": None, "description": chat.description, "commands": commands, "menu_button": NO_BUTTON}
    bot = tx.session.get_one(Bot, chat.bot_id)
    return {
        "bot": show_user(tx.session.get_one(User, bot.id)),
        "description": get_text(bot, "description", language) or None,
        "commands": commands_for(tx, bot.id, chat, user_id, language),
        "menu_button": menu_button_for(bot, user_id),
    }


def _commands_of_all(tx: Transaction, chat: Chat, user_id: int, language: str | None) -> list[Json]:
    """Where several bots are, a command names the one that is meant."""
    if chat.kind == "channel":
        return []
    return [
        command | {"command": f"{command['command']}@{tx.session.get_one(User, bot_id).username}"}
        for bot_id in list_bots(tx, chat)
        for command in commands_for(tx, bot_id, chat, user_id, language)
    ]
