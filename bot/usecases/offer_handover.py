"""/handover: a lead gives the households of one cadre of the grid to another, one question a message."""

from collections.abc import Iterable
from typing import Any

from bot.rules.buttons import Button
from bot.rules.errors import NoSuchOfficial, NotYours, OwnHouseholds
from bot.rules.lifecycle import Actor
from bot.rules.roster.links import LinkReason
from bot.usecases.acting import acting_account, acting_official
from bot.usecases.ask import answered, ask
from bot.usecases.charge import list_charge_of_lead
from bot.usecases.hand_over_households import list_own_homes, pass_households
from bot.usecases.heard import Heard
from bot.usecases.tell_handed_over import HandOver
from bot.usecases.turn import Toast, Turn
from storage.handovers import (
    count_public_held,
    list_cadres_in,
    list_households_in,
    list_linked,
    list_officials_called,
)
from storage.models import Official
from storage.officials import access_official, find_official_in_office, list_accounts_of_official
from storage.steps import By
from storage.viewers import find_led_grids

FORMER, NEXT, SURELY = "handover_from", "handover_to", "handover_surely"
Asked = dict[str, Any]
_OFFERED = 8


async def offer_handover(turn: Turn) -> Toast:
    """Raises NotYours for whoever leads no grid."""
    villages = await list_charge_of_lead(turn)
    if not villages:
        raise NotYours
    me = await acting_official(turn)
    cadres = [one for one in await list_cadres_in(turn.session, villages) if one.id != me.id]
    if not cadres:
        await turn.answer("handover-nobody")
        return Toast("handover-toast")
    await ask(turn, FORMER, {})
    await turn.answer("handover-from", buttons=[_former(one) for one in cadres[:_OFFERED]])
    return Toast("handover-toast")


async def choose_former(turn: Turn, official_id: int) -> Toast:
    """Raises Stale where this chat was not asked, NotYours for whoever has no household of theirs, OwnHouseholds."""
    await answered(turn, FORMER)
    await _ask_next(turn, official_id)
    return Toast("handover-toast")


async def name_former(turn: Turn, _asked: Asked, heard: Heard) -> None:
    """By name or number; where two are called so, one must be tapped. Raises NoSuchOfficial, OwnHouseholds."""
    cadres = await list_cadres_in(turn.session, await list_charge_of_lead(turn))
    found = _called(cadres, heard.words)
    if len(found) == 1:
        await _ask_next(turn, found[0].id)
    else:
        await ask(turn, FORMER, {})
        await turn.answer("handover-which", buttons=[_former(one) for one in found[:_OFFERED]])


async def choose_next(turn: Turn, official_id: int) -> Toast:
    """Raises Stale, NoSuchOfficial for whoever is not in office."""
    asked = await answered(turn, NEXT)
    await _ask_surely(turn, asked["former"], official_id)
    return Toast("handover-toast")


async def choose_lead(turn: Turn) -> Toast:
    """▢ 先由村网格组长管. Raises Stale."""
    asked = await answered(turn, NEXT)
    await _ask_surely(turn, asked["former"], 0)
    return Toast("handover-toast")


async def name_next(turn: Turn, asked: Asked, heard: Heard) -> None:
    """Raises NoSuchOfficial."""
    found = _called(await list_officials_called(turn.session, heard.words.strip()), heard.words)
    if len(found) == 1:
        await _ask_surely(turn, asked["former"], found[0].id)
    else:
        await ask(turn, NEXT, asked)
        await turn.answer("handover-which", buttons=[_next(one) for one in found[:_OFFERED]])


async def hand_over(turn: Turn) -> Toast:
    """▢ 交. What is theirs by now passes on. Raises Stale at a second tap, and as the questions before it do."""
    asked = await answered(turn, SURELY)
    act = await _act(turn, asked["former"], asked["next"])
    await pass_households(turn, act)
    await turn.answer("handover-done", count=len(act.households), to=act.after.name if act.after else "none")
    return Toast("handover-toast")


async def drop_handover(turn: Turn) -> Toast:
    """▢ 不交了. Raises Stale."""
    await answered(turn, SURELY)
    return Toast("handover-dropped")


async def _ask_next(turn: Turn, former_id: int) -> None:
    act = await _act(turn, former_id, 0)
    await ask(turn, NEXT, {"former": former_id})
    villages = {home.grid_id for home in act.households}
    others = [one for one in await list_cadres_in(turn.session, villages) if one.id != former_id and not one.left_at]
    to_lead = Button("handover-to-lead", "handover_lead")
    count, name = len(act.households), act.before.name if act.before else ""
    buttons = [*map(_next, others[:_OFFERED]), to_lead]
    await turn.answer("handover-to", buttons=buttons, name=name, count=count)


async def _ask_surely(turn: Turn, former_id: int, next_id: int) -> None:
    """Only what anybody may hear is counted of the appeals."""
    act = await _act(turn, former_id, next_id)
    own = await list_own_homes(turn, act)
    await ask(turn, SURELY, {"former": former_id, "next": next_id})
    await turn.answer(
        "handover-surely",
        buttons=[Button("handover-do", "handover_do"), Button("handover-drop", "handover_drop")],
        was=act.before.name if act.before else "",
        to=act.after.name if act.after else "none",
        count=len(act.households),
        unlinked=len(act.ids - await list_linked(turn.session, act.ids)),
        matters=await count_public_held(turn.session, former_id, act.ids),
        own=len(own),
    )


async def _act(turn: Turn, former_id: int, next_id: int) -> HandOver:
    """As it would be done now. Raises a Refusal."""
    me = await acting_official(turn)
    if former_id == me.id:
        raise OwnHouseholds
    homes = await list_households_in(turn.session, former_id, await list_charge_of_lead(turn))
    if not homes:
        raise NotYours
    after = await _in_office(turn, next_id) if next_id else None
    if after is not None and after.id == former_id:
        raise NoSuchOfficial
    before, phones = (
        await access_official(turn.session, former_id),
        await list_accounts_of_official(turn.session, former_id),
    )
    return HandOver(before, after, homes, await _signed(turn, me), LinkReason.HANDED_OVER, phones)


async def _in_office(turn: Turn, official_id: int) -> Official:
    official = await find_official_in_office(turn.session, official_id)
    if official is None:
        raise NoSuchOfficial
    return official


async def _signed(turn: Turn, me: Official) -> By:
    led = await find_led_grids(turn.session, frozenset({me.id}))
    actor = Actor.COUNTY_OFFICE if led.is_county_office else Actor.LEAD
    return By(actor, (await acting_account(turn)).id, me.id)


def _called(officials: Iterable[Official], words: str) -> list[Official]:
    """By number before name. Raises NoSuchOfficial."""
    some, said = list(officials), words.strip()
    found = [one for one in some if one.no == said] or [one for one in some if one.name == said]
    if not found:
        raise NoSuchOfficial
    return found


def _former(cadre: Official) -> Button:
    return Button("handover-who", "handover_from", cadre.id, data=_named(cadre))


def _next(cadre: Official) -> Button:
    return Button("handover-who", "handover_to", cadre.id, data=_named(cadre))


def _named(cadre: Official) -> dict[str, str | int]:
    return {"name": cadre.name, "post": cadre.post, "no": cadre.no}
