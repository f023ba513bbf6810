"""The bytes of a file, for a phone that may see a message in which it is shown."""

from starlette.requests import Request
from starlette.responses import Response

from bot.chatserver.errors import ApiError
from bot.chatserver.models import Json
from bot.chatserver.phones.refusals import Refusal, in_plain_words
from bot.chatserver.phones.visit import Visit, parts_of, visit_once
from bot.chatserver.serving import safe_file_response
from bot.chatserver.world.files import find_file, person_may_see


async def get_file(request: Request) -> Response:
    try:
        found = await visit_once(request, _find)
        return safe_file_response(parts_of(request).config.files / found["name_on_disk"], found["facts"])
    except ApiError as error:
        return in_plain_words(error).response()
    except Refusal as refusal:
        return refusal.response()


def _find(visit: Visit) -> Json:
    file = find_file(visit.tx, visit.path["file"])
    if file is None or not person_may_see(visit.tx, file, visit.user_id):
        raise Refusal(404, "没有这个文件。")
    return {"name_on_disk": file.name_on_disk, "facts": file.facts}
