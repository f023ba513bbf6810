"""Sending one file."""

from bot.chatserver.botapi.inputs import read_file
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.sending import send
from bot.chatserver.botapi.sentences import read_caption
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Json
from bot.chatserver.world.media import content_for

# Client.h:83
MAX_SIDE = 10_000
MAX_DURATION = 24 * 60 * 60
MAX_NOTE_LENGTH = 640


@method("sendPhoto")
def send_photo(call: Call) -> Json:
    return _send(call, "photo", {})


@method("sendVoice")
def send_voice(call: Call) -> Json:
    return _send(call, "voice", _duration(call))


@method("sendAudio")
def send_audio(call: Call) -> Json:
    names = {name: call.arguments.text(name) for name in ("title", "performer")}
    return _send(call, "audio", _duration(call) | names)


@method("sendDocument")
def send_document(call: Call) -> Json:
    return _send(call, "document", {})


@method("sendVideo")
def send_video(call: Call) -> Json:
    return _send(call, "video", _duration(call) | _sides(call))


@method("sendAnimation")
def send_animation(call: Call) -> Json:
    return _send(call, "animation", _duration(call) | _sides(call))


@method("sendVideoNote")
def send_video_note(call: Call) -> Json:
    length = call.arguments.integer("length", low=0, high=MAX_SIDE)
    if length > MAX_NOTE_LENGTH:
        raise BadRequest("wrong video note length")
    return _send(call, "video_note", _duration(call) | {"length": length})


def _send(call: Call, kind: str, details: Json) -> Json:
    file = read_file(call, call.arguments.text(kind), kind, details, part=kind)
    if file is None:
        raise BadRequest(f"there is no {kind.replace('_', ' ')} in the request")
    return send(call, content_for(file, read_caption(call), spoiler=call.arguments.flag("has_spoiler")))


def _duration(call: Call) -> Json:
    return {"duration": call.arguments.integer("duration", low=0, high=MAX_DURATION)}


def _sides(call: Call) -> Json:
    return {name: call.arguments.integer(name, low=0, high=MAX_SIDE) for name in ("width", "height")}
