"""Fault injection and the clock: there only while faults are switched on."""

from dataclasses import asdict
from typing import Any

from bot.chatserver.admin.calls import Order
from bot.chatserver.faults import KINDS, Fault
from bot.chatserver.models import Json
from bot.chatserver.phones.refusals import Refusal

_SHOWN = ("id", "kind", "method", "bot", "times", "share", "seconds", "status", "seed")


def post_fault(order: Order) -> Json:
    fault = Fault(
        kind=order.choice("kind", KINDS),
        method=order.optional_text("method"),
        bot=_number(order, "bot", None, 0, 2**53, whole=True),
        times=_number(order, "times", None, 1, 10**9, whole=True),
        share=_number(order, "share", 1.0, 0, 1),
        seconds=_number(order, "seconds", 1.0, 0, 3600),
        status=_number(order, "status", 500, 400, 599, whole=True),
        seed=_number(order, "seed", 0, 0, 2**53, whole=True),
    )
    return {"id": order.parts.faults.add(fault)}


def get_faults(order: Order) -> Json:
    faults = [asdict(fault) for fault in order.parts.faults.in_force()]
    return {"faults": [{name: fault[name] for name in _SHOWN} for fault in faults]}


def delete_faults(order: Order) -> Json:
    order.parts.faults.clear()
    return {}


def post_clock(order: Order) -> Json:
    """Whoever waits for a moment that is passed now wakes at once. The clock is right again after a restart."""
    order.parts.clock.advance(_number(order, "advance", 0, 0, 10 * 366 * 86_400))
    return {"now": int(order.parts.clock.now())}


def _number(order: Order, name: str, default: Any, low: float, high: float, *, whole: bool = False) -> Any:  # noqa: ANN401 -- an int, a float or the default
    value = order.body.get(name, default)
    if value is default:
        return default
    kinds = int if whole else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds) or not low <= value <= high:
        raise Refusal(400, f"{name!r} must be a {'whole ' if whole else ''}number from {low} to {high}.")
    return value
