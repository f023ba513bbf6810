"""The button beside the message field, and the rights that the bot asks for (Client.cpp:12753-12772, 12831-12858)."""

from bot.chatserver.botapi.fields import FieldError, Fields, require_object
from bot.chatserver.botapi.links import read_link
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.errors import BadRequest
from bot.chatserver.formatting.clean import clean_string
from bot.chatserver.models import Json
from bot.chatserver.world.chats import private_chat
from bot.chatserver.world.messages import record_event
from bot.chatserver.world.profiles import get_default_rights, get_menu_button, set_default_rights, set_menu_button
from bot.chatserver.world.rights import ADMIN_RIGHTS, show_rights


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    button = _read_button(call)
    user_id = _read_person(call)
    set_menu_button(call.bot, user_id, button)
    chat = private_chat(call.tx, call.bot.id, user_id) if user_id is not None else None
    if chat is not None:
        record_event(call.tx, chat, "chat")
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> Json:
    return get_menu_button(call.bot, _read_person(call))


@method("setMyDefaultAdministratorRights")
def set_my_default_administrator_rights(call: Call) -> bool:
    kind = _kind(call)
    set_default_rights(call.bot, kind, _read_rights(call, kind))
    return True


@method("getMyDefaultAdministratorRights")
def get_my_default_administrator_rights(call: Call) -> Json:
    return show_rights(_kind(call), get_default_rights(call.bot, _kind(call)))


def _read_rights(call: Call, kind: str) -> Json:
    """None at all takes them back."""
    if not call.arguments.text("rights"):
        return {}
    decoded = call.arguments.json("rights", "ChatAdministratorRights")
    try:
        fields = require_object(decoded, "ChatAdministratorRights")
        return {name: fields.flag(name) for name in ADMIN_RIGHTS[kind]}
    except FieldError as error:
        raise BadRequest(f"can't parse ChatAdministratorRights: {error}") from None


def _kind(call: Call) -> str:
    return "channel" if call.arguments.flag("for_channels") else "supergroup"


def _read_person(call: Call) -> int | None:
    """Whose chat with the bot is meant; None for everybody's."""
    if "chat_id" not in call.arguments.values:
        return None
    user_id = call.arguments.integer("chat_id")
    if user_id <= 0:
        raise BadRequest("invalid chat_id specified")
    if private_chat(call.tx, call.bot.id, user_id) is None:
        raise BadRequest("user not found")
    return user_id


def _read_button(call: Call) -> Json:
    if not call.arguments.text("menu_button"):
        return {"type": "default"}
    decoded = call.arguments.json("menu_button", "menu button")
    try:
        return _button(require_object(decoded, "MenuButton"))
    except FieldError as error:
        raise BadRequest(f"can't parse menu button: {error}") from None


def _button(fields: Fields) -> Json:
    kind = fields.required_text("type")
    if kind in {"default", "commands"}:
        return {"type": kind}
    if kind != "web_app":
        raise FieldError("MenuButton has unsupported type")
    text, url = clean_string(fields.required_text("text")), fields.object("web_app").required_text("url")
    if not text:
        raise BadRequest("menu button text must be non-empty")
    return {"type": kind, "text": text, "web_app": {"url": read_link(url, "Menu button Web App", only_https=True)}}
