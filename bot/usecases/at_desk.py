"""An official's act at the desk on the web, let in by the key of their visit."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.rules.calendar import Calendar
from bot.rules.people import DEFAULT_LANGUAGE, Person
from bot.rules.terms import Policy
from bot.usecases.study_items import viewer_of
from bot.usecases.tokens import token_hash
from bot.usecases.turn import Turn
from storage.desk_visits import find_visitor
from storage.engine import Session
from storage.viewers import Viewer, find_led_grids


class AtDesk(Turn):
    """The page that comes next is the answer, so nothing is written to the one who acts."""

    async def answer(self, *_: object, **__: object) -> None: ...


@dataclass(frozen=True)
class DeskRules:
    policy: Policy
    calendar: Calendar


async def at_desk(session: Session, key: str, rules: DeskRules, now: datetime) -> AtDesk | None:
    """The visitor as they stand today: none where the visit is over, or they lead nothing any more."""
    account = await find_visitor(session, token_hash(key), now)
    if account is None:
        return None
    who = Person(account.bot_id, account.user_id, account.chat_id, "", DEFAULT_LANGUAGE)
    occasion = f"desk-{secrets.token_hex(8)}"
    turn = AtDesk(session, now, occasion, who=who, policy=rules.policy, calendar=rules.calendar)
    return turn if await list_led(session, await viewer_of(turn)) else None


async def list_led(session: Session, viewer: Viewer) -> frozenset[int]:
    """The grids that they lead, or stand in for a lead of."""
    return (await find_led_grids(session, viewer.officials | viewer.stands_for)).all
