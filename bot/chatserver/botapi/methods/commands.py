"""The commands that phones offer (Client.cpp:12714-12751, BotCommand.cpp:168)."""

import re

from bot.chatserver.botapi.fields import FieldError, Fields
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.scopes import read_language, read_scope
from bot.chatserver.errors import BadRequest
from bot.chatserver.formatting.clean import clean_string
from bot.chatserver.models import Json
from bot.chatserver.world.commands import get_commands, set_commands

MAX_COMMANDS = 100
MAX_COMMAND = 32
MAX_DESCRIPTION = 256
_COMMAND = re.compile(r"[a-z0-9_]+")


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    given = _read_commands(call)
    scope, language = read_scope(call), read_language(call)
    commands = [_checked(command) for command in given]
    # What follows is the answer of Telegram's own servers, which stand behind the Bot API server.
    if not all(_COMMAND.fullmatch(command["command"]) for command in commands):
        raise BadRequest("BOT_COMMAND_INVALID")
    if len(commands) > MAX_COMMANDS:
        raise BadRequest("BOT_COMMANDS_TOO_MUCH")
    set_commands(call.tx, call.bot.id, scope, language, commands)
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    return get_commands(call.tx, call.bot.id, read_scope(call), read_language(call))


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    set_commands(call.tx, call.bot.id, read_scope(call), read_language(call), [])
    return True


def _read_commands(call: Call) -> list[Json]:
    if not call.arguments.text("commands"):
        return []
    decoded = call.arguments.json("commands", "commands")
    if not isinstance(decoded, list):
        raise BadRequest("expected an Array of BotCommand")
    try:
        return [_read_command(command) for command in decoded]
    except FieldError as error:
        raise BadRequest(f"can't parse BotCommand: {error}") from None


def _read_command(given: object) -> Json:
    if not isinstance(given, dict):
        raise FieldError("expected an Object")
    fields = Fields(given)
    return {"command": fields.required_text("command"), "description": fields.required_text("description")}


def _checked(given: Json) -> Json:
    command = clean_string(given["command"]).strip().removeprefix("/")
    description = clean_string(given["description"]).strip()
    if not command:
        raise BadRequest("command must be non-empty")
    if len(command) > MAX_COMMAND:
        raise BadRequest(f"command length must not exceed {MAX_COMMAND}")
    if not description:
        raise BadRequest("command description must be non-empty")
    if len(description) > MAX_DESCRIPTION:
        raise BadRequest(f"command description length must not exceed {MAX_DESCRIPTION}")
    return {"command": command, "description": description}
