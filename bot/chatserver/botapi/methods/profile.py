"""How the bot describes itself (Client.cpp:12774-12829)."""

from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.scopes import read_language
from bot.chatserver.errors import BadRequest
from bot.chatserver.formatting.clean import clean_string
from bot.chatserver.models import Json
from bot.chatserver.world.profiles import ANY_LANGUAGE, get_name, get_text, set_name, set_text

# Bot API: setMyName, setMyDescription, setMyShortDescription. It is Telegram's own servers that refuse what is longer;
# only the word for `about` is known (core.telegram.org/method/account.updateProfile), the others are made after it.
MAX_NAME = 64
MAX_DESCRIPTION = 512
MAX_SHORT_DESCRIPTION = 120


@method("setMyName")
def set_my_name(call: Call) -> bool:
    language = read_language(call)
    name = _text(call, "name", MAX_NAME, "NAME_TOO_LONG")
    if not name and language == ANY_LANGUAGE:
        raise BadRequest("NAME_EMPTY")
    set_name(call.tx, call.bot, language, name)
    return True


@method("getMyName")
def get_my_name(call: Call) -> Json:
    return {"name": get_name(call.tx, call.bot, read_language(call))}


@method("setMyDescription")
def set_my_description(call: Call) -> bool:
    language = read_language(call)
    set_text(call.bot, "description", language, _text(call, "description", MAX_DESCRIPTION, "DESCRIPTION_TOO_LONG"))
    return True


@method("getMyDescription")
def get_my_description(call: Call) -> Json:
    return {"description": get_text(call.bot, "description", read_language(call))}


@method("setMyShortDescription")
def set_my_short_description(call: Call) -> bool:
    language = read_language(call)
    text = _text(call, "short_description", MAX_SHORT_DESCRIPTION, "ABOUT_TOO_LONG")
    set_text(call.bot, "short_description", language, text)
    return True


@method("getMyShortDescription")
def get_my_short_description(call: Call) -> Json:
    return {"short_description": get_text(call.bot, "short_description", read_language(call))}


def _text(call: Call, name: str, limit: int, refusal: str) -> str:
    text = clean_string(call.arguments.text(name)).strip()
    if len(text) > limit:
        raise BadRequest(refusal)
    return text
