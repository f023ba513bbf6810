"""Sending places and contacts."""

from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.sending import send
from bot.chatserver.errors import BadRequest
from bot.chatserver.formatting.clean import clean_string
from bot.chatserver.models import Json
from bot.chatserver.world.media import place

MAX_ACCURACY = 1_500.0
FOR_EVER = 0x7FFFFFFF


@method("sendLocation")
def send_location(call: Call) -> Json:
    location = _location(call, "invalid location specified")
    return send(call, {"location": location | _live(call)})


@method("sendVenue")
def send_venue(call: Call) -> Json:
    """Foursquare's names for the place go before Google's (Client.cpp:13092-13107)."""
    location = _location(call, "wrong venue location specified")
    venue: Json = {"location": location} | {name: _text(call, name) for name in ("title", "address")}
    for names in (("foursquare_id", "foursquare_type"), ("google_place_id", "google_place_type")):
        known = {name: text for name in names if (text := _text(call, name))}
        if known:
            venue |= known
            break
    # Clients that know no venues (Client.cpp:4313).
    return send(call, {"location": location, "venue": venue})


@method("sendContact")
def send_contact(call: Call) -> Json:
    contact = {name: _required(call, name) for name in ("phone_number", "first_name")}
    optional = {name: text for name in ("last_name", "vcard") if (text := _text(call, name))}
    return send(call, {"contact": contact | optional})


def _required(call: Call, name: str) -> str:
    if not call.arguments.text(name):
        raise BadRequest(f'parameter "{name}" is required')
    return _text(call, name)


def _text(call: Call, name: str) -> str:
    return clean_string(call.arguments.text(name))


def _location(call: Call, refusal: str) -> Json:
    for name in ("latitude", "longitude"):
        if not call.arguments.text(name).strip():
            raise BadRequest(f"{name} is empty")
    latitude, longitude = call.arguments.number("latitude") or 0.0, call.arguments.number("longitude") or 0.0
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise BadRequest(refusal)
    accuracy = call.arguments.number("horizontal_accuracy") or 0.0
    return place(latitude, longitude, horizontal_accuracy=min(max(accuracy, 0.0), MAX_ACCURACY))


def _live(call: Call) -> Json:
    """What makes a location a live one (Location.cpp:178-215)."""
    period = call.arguments.integer("live_period")
    heading = call.arguments.integer("heading")
    radius = call.arguments.integer("proximity_alert_radius")
    if period == 0:
        return {}
    if period != FOR_EVER and not 60 <= period <= 86_400:
        raise BadRequest("wrong live location period specified")
    if not 0 <= heading <= 360:
        raise BadRequest("wrong live location heading specified")
    if not 0 <= radius <= 100_000:
        raise BadRequest("wrong live location proximity alert radius specified")
    optional = {"heading": heading, "proximity_alert_radius": radius}
    return {"live_period": period} | {name: value for name, value in optional.items() if value}
