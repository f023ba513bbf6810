"""One step of an appeal's life as a value: the table's row, carried out with ladder, calendar and policy."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.rules.calendar import Calendar
from bot.rules.deadlines import Deadlines, extended, for_danger, for_forwarded, for_half, for_level, may_return
from bot.rules.errors import AlreadySo, HeldAbove, NotGranted, NotNow, NotToThem, TooLate
from bot.rules.escalation import Complaint, Holder, Ladder, first_holder, heir, next_holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Role, Status
from bot.rules.promises import Promise
from bot.rules.terms import Policy
from bot.rules.transitions import ARRIVED, Due, Hands, Transition, decide
from bot.rules.watch import Watched, next_look


@dataclass(frozen=True)
class Standing:
    """Where an appeal stands. `held`: all officials who had it. `holder` and `referred_by` are vacant where that
    official answers there no more. `epoch` grows with status and holder. `look_at`: when the clock must look at it, if
    it is open."""

    status: Status
    holder: Holder
    accept_by: datetime | None
    due_at: datetime | None
    is_danger: bool = False
    complaint: Complaint = Complaint.NONE
    barred: frozenset[int] = frozenset()
    held: frozenset[int] = frozenset()
    extended: frozenset[Level] = frozenset()
    referred_by: Holder | None = None
    referred_at: datetime | None = None
    category: str = ""
    epoch: int = 1
    look_at: datetime | None = None


@dataclass(frozen=True)
class World:
    """What a step needs to know besides the appeal."""

    ladder: Ladder
    calendar: Calendar
    policy: Policy
    now: datetime


@dataclass(frozen=True)
class Wish:
    """What the action names: `to` for a referral or for who takes it over, `days` for an extension, who is barred
    and why."""

    to: Holder | None = None
    days: int = 0
    complaint: Complaint = Complaint.NONE
    barred: frozenset[int] = frozenset()


NOTHING_NAMED = Wish()


def role_of(holder: Holder) -> Role:
    """A lead holds in the name of a grid; whom a lead referred it to by name holds it as a cadre."""
    if holder.unit is not None:
        return Role.UNIT
    if holder.level is Level.COUNTY and holder.grid is not None:
        return Role.COUNTY_OFFICE
    return Role.CADRE if holder.level is Level.CADRE or holder.grid is None else Role.LEAD


def file(world: World, wish: Wish = NOTHING_NAMED, *, category: str = "", is_danger: bool = False) -> Standing:
    holder = first_holder(world.ladder, wish.complaint, wish.barred)
    first = Standing(Status.FILED, holder, None, None, is_danger, wish.complaint, wish.barred, category=category)
    deadlines = _deadlines(first, holder, world)
    filed = replace(first, accept_by=deadlines.accept_by, due_at=deadlines.due_at, held=_named(holder))
    return replace(filed, look_at=_next_look(filed, world))


def take(
    standing: Standing, action: Action, roles: frozenset[Actor], world: World, wish: Wish = NOTHING_NAMED
) -> Standing:
    """The standing after the action. Raises a Refusal, and then nothing has changed."""
    row = decide(standing.status, action, roles, role_of(standing.holder))
    _check(standing, action, world, wish)
    if action is Action.BAR:
        standing = _barring(standing, wish)
    holder = _holder(standing, row, world, wish)
    is_moved = (row.after, holder) != (standing.status, standing.holder)
    after = replace(
        _remember(standing, row, world),
        status=row.after,
        holder=holder,
        accept_by=_accept_by(standing, row, holder, world),
        due_at=_due_at(standing, row, holder, world, wish),
        held=standing.held | _named(holder),
        epoch=standing.epoch + is_moved,
    )
    return replace(after, look_at=_look_at(standing, after, action, world))


def repromise(standing: Standing, promise: Promise, world: World) -> Standing:
    """With other times, as the county office notes it. The clock looks at once where it is overdue by them. Raises a
    Refusal."""
    noted = take(standing, Action.NOTE, frozenset({Actor.COUNTY_OFFICE}), world)
    after = replace(noted, accept_by=promise.accept_by, due_at=promise.due_at)
    is_overdue = promise.due_at is not None and promise.due_at <= world.now
    return replace(after, look_at=world.now if is_overdue else _look_at(standing, after, Action.NOTE, world))


def watched(standing: Standing, *, is_opened: bool = False) -> Watched:
    """As the clock must know it. Raises ValueError where it is not open."""
    if standing.due_at is None:
        raise ValueError
    look_at = standing.look_at or standing.due_at
    level, is_danger = standing.holder.level, standing.is_danger
    return Watched(level, standing.accept_by, standing.due_at, look_at, is_danger, is_opened)


def _look_at(before: Standing, after: Standing, action: Action, world: World) -> datetime | None:
    """What has come due and the clock has not dealt with yet is still to be looked at, unless it has a new date."""
    if not after.status.is_open:
        return None
    is_as_it_was = (before.holder, before.due_at) == (after.holder, after.due_at)
    is_pending = before.look_at is not None and before.look_at <= world.now
    if is_pending and is_as_it_was and action not in {Action.REMIND, Action.ALARM}:
        return before.look_at
    return _next_look(after, world)


def _next_look(standing: Standing, world: World) -> datetime:
    return next_look(world.calendar, world.policy, watched(standing), world.now)


def _barring(standing: Standing, wish: Wish) -> Standing:
    """What was once an accusation stays one."""
    was_accused = standing.complaint is Complaint.ACCUSED
    complaint = Complaint.ACCUSED if was_accused else wish.complaint
    return replace(standing, complaint=complaint, barred=standing.barred | wish.barred)


def _check(standing: Standing, action: Action, world: World, wish: Wish) -> None:
    if action is Action.EXTEND and (standing.is_danger or standing.holder.level in standing.extended):
        raise NotGranted
    if action is Action.RETURN and not _may_return(standing, world):
        raise TooLate
    if action is Action.TAKE_OVER and wish.to is not None:
        _check_taking(standing, wish.to)


def _check_taking(standing: Standing, to: Holder) -> None:
    if to == standing.holder:
        raise AlreadySo
    if to.level < standing.holder.level:
        raise HeldAbove


def _may_return(standing: Standing, world: World) -> bool:
    terms, referred_at = world.policy.deadlines, standing.referred_at
    return referred_at is not None and may_return(world.calendar, terms, referred_at, world.now)


def _holder(standing: Standing, row: Transition, world: World, wish: Wish) -> Holder:
    """Raises NotNow where nobody stands above, NotToThem where nobody is named who may have it."""
    found = _found(standing, row, world, wish)
    if found is None or found.official in standing.barred:
        raise NotToThem if row.hands is Hands.GIVEN else NotNow
    return found


def _found(standing: Standing, row: Transition, world: World, wish: Wish) -> Holder | None:
    found: Holder | None = _filled(standing, standing.holder, world)
    if row.hands is Hands.FIRST:
        found = first_holder(world.ladder, standing.complaint, standing.barred)
    elif row.hands is Hands.NEXT:
        found = next_holder(world.ladder, standing.holder.level, standing.held, standing.barred)
    elif row.hands is Hands.BACK:
        found = standing.referred_by and _filled(standing, standing.referred_by, world)
    elif row.hands is Hands.GIVEN:
        found = _given(standing, wish)
    elif row.hands is Hands.TAKEN:
        found = wish.to
    elif row.hands is Hands.HEIR:
        found = heir(world.ladder, standing.holder, standing.complaint, standing.barred)
    return found


def _given(standing: Standing, wish: Wish) -> Holder | None:
    """None for whoever has it already."""
    if wish.to is None or _is_same(wish.to, standing.holder):
        return None
    return replace(wish.to, level=standing.holder.level)


def _is_same(first: Holder, second: Holder) -> bool:
    return (first.official, first.unit) == (second.official, second.unit)


def _filled(standing: Standing, holder: Holder, world: World) -> Holder:
    """Where it is vacant, by whoever has that place now."""
    return heir(world.ladder, holder, standing.complaint, standing.barred) if holder.is_vacant else holder


def _deadlines(standing: Standing, holder: Holder, world: World) -> Deadlines:
    if standing.is_danger:
        return for_danger(world.policy.danger, world.now)
    return for_level(world.calendar, world.policy, holder.level, world.now, standing.category)


def _accept_by(standing: Standing, row: Transition, holder: Holder, world: World) -> datetime | None:
    """Only what has newly arrived waits to be accepted."""
    if row.after not in ARRIVED:
        return None
    is_new_here = row.hands is not Hands.KEEP or standing.status not in ARRIVED
    return _deadlines(standing, holder, world).accept_by if is_new_here else standing.accept_by


def _due_at(standing: Standing, row: Transition, holder: Holder, world: World, wish: Wish) -> datetime | None:
    terms = world.policy.deadlines
    if row.due is Due.NONE:
        return None
    if row.due is Due.LEVEL:
        return _deadlines(standing, holder, world).due_at
    if row.due is Due.HALF:
        return for_half(world.calendar, terms, world.now)
    if row.due is Due.FORWARDED:
        return for_forwarded(world.calendar, terms, world.now)
    if row.due is Due.EXTENDED and standing.due_at is not None:
        return extended(world.calendar, terms, standing.due_at, wish.days)
    return standing.due_at


def _remember(standing: Standing, row: Transition, world: World) -> Standing:
    if row.hands is Hands.GIVEN:
        return replace(standing, referred_by=standing.holder, referred_at=world.now)
    if row.due is Due.EXTENDED:
        return replace(standing, extended=standing.extended | {standing.holder.level})
    return standing


def _named(holder: Holder) -> frozenset[int]:
    return frozenset() if holder.official is None else frozenset({holder.official})
