"""The commands that a bot offers, by scope and language."""

from typing import NamedTuple

from sqlalchemy import delete

from bot.chatserver.models import Chat, Commands, Json
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import chat_id_for_bot, is_admin
from bot.chatserver.world.messages import record_event


class Scope(NamedTuple):
    """The Bot API's BotCommandScope; `chat` and `user_id` only for the kinds that name them."""

    kind: str = "default"
    chat: Chat | None = None
    user_id: int | None = None

    @property
    def key(self) -> str:
        parts = (self.kind, self.chat and chat_id_for_bot(self.chat), self.user_id)
        return ":".join(str(part) for part in parts if part is not None)


def set_commands(tx: Transaction, bot_id: int, scope: Scope, language: str, commands: list[Json]) -> None:
    """Offer these commands there; none at all means to offer what a wider scope does."""
    key = (Commands.bot_id == bot_id, Commands.scope == scope.key, Commands.language_code == language)
    tx.session.execute(delete(Commands).where(*key))
    if commands:
        tx.session.add(Commands(bot_id=bot_id, scope=scope.key, language_code=language, commands=commands))
    if scope.chat is not None:
        record_event(tx, scope.chat, "chat")


def get_commands(tx: Transaction, bot_id: int, scope: Scope, language: str) -> list[Json]:
    """Exactly what was set there."""
    found = tx.session.get(Commands, (bot_id, scope.key, language))
    return found.commands if found is not None else []


def commands_for(tx: Transaction, bot_id: int, chat: Chat, user_id: int, language: str | None) -> list[Json]:
    """What this person is offered in the chat: the first of the scopes that has any (Bot API: BotCommandScope)."""
    spoken = (language or "")[:2].lower()
    for scope in _scopes(chat, user_id, admin=chat.kind != "private" and is_admin(tx, chat, user_id)):
        for code in dict.fromkeys((spoken, "")):
            if commands := get_commands(tx, bot_id, scope, code):
                return commands
    return []


def _scopes(chat: Chat, user_id: int, *, admin: bool) -> list[Scope]:
    """From the narrowest to the widest."""
    if chat.kind == "private":
        return [Scope("chat", chat), Scope("all_private_chats"), Scope()]
    scopes = [
        Scope("chat_member", chat, user_id),
        Scope("chat_administrators", chat),
        Scope("chat", chat),
        Scope("all_chat_administrators"),
        Scope("all_group_chats"),
        Scope(),
    ]
    return [scope for scope in scopes if admin or not scope.kind.endswith("administrators")]
