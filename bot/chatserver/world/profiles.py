"""How a bot describes itself, in each language, and the button beside its message field."""

from typing import Any

from bot.chatserver.models import Bot, Json, User
from bot.chatserver.store import Transaction

ANY_LANGUAGE = ""
EVERYBODY = ""
_COMMANDS_BUTTON: Json = {"type": "commands"}
_DEFAULT_BUTTON: Json = {"type": "default"}


def set_text(bot: Bot, what: str, language: str, text: str) -> None:
    """`what` is name, description or short_description; an empty text takes the language's own away."""
    _put(bot, what, language, text or None)


def get_text(bot: Bot, what: str, language: str | None) -> str:
    """What people of this language are shown: their own, else the one for all languages."""
    texts = bot.profile.get(what, {})
    spoken = (language or ANY_LANGUAGE)[:2].lower()
    return str(texts.get(spoken) or texts.get(ANY_LANGUAGE) or "")


def set_name(tx: Transaction, bot: Bot, language: str, name: str) -> None:
    """The name for all languages is the one that chats show; it cannot be taken away."""
    if language != ANY_LANGUAGE:
        set_text(bot, "name", language, name)
    elif name:
        tx.session.get_one(User, bot.id).first_name = name


def get_name(tx: Transaction, bot: Bot, language: str | None) -> str:
    return get_text(bot, "name", language) or tx.session.get_one(User, bot.id).first_name


def set_menu_button(bot: Bot, user_id: int | None, button: Json) -> None:
    """The button in the chat with this person, or wherever no other was set. The default one takes it back."""
    _put(bot, "menu", str(user_id or EVERYBODY), None if button == _DEFAULT_BUTTON else button)


def get_menu_button(bot: Bot, user_id: int | None) -> Json:
    """What was set for this person, or for everybody."""
    usual = _DEFAULT_BUTTON if user_id else _COMMANDS_BUTTON
    button: Json = bot.profile.get("menu", {}).get(str(user_id or EVERYBODY), usual)
    return button


def menu_button_for(bot: Bot, user_id: int) -> Json:
    """The button that this person's phone shows."""
    button = get_menu_button(bot, user_id)
    return get_menu_button(bot, None) if button == _DEFAULT_BUTTON else button


def set_default_rights(bot: Bot, kind: str, rights: Json) -> None:
    """What the bot asks for when it is added as an administrator to a chat of this kind."""
    _put(bot, "rights", kind, rights)


def get_default_rights(bot: Bot, kind: str) -> Json:
    rights: Json = bot.profile.get("rights", {}).get(kind, {})
    return rights


def _put(bot: Bot, section: str, key: str, value: Any) -> None:  # noqa: ANN401 -- whatever JSON holds
    kept = dict(bot.profile.get(section, {}))
    if value is None:
        kept.pop(key, None)
    else:
        kept[key] = value
    # A new object, or the change would go unnoticed.
    bot.profile = bot.profile | {section: kept}
