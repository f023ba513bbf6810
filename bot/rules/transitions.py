"""The lifecycle of an appeal: one table that says who may do what when, and what it comes to.

Whatever the table does not name is refused. `docs/lifecycle.md` is printed from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.errors import AlreadySo, NotAtThisLevel, NotNow, NotYours
from bot.rules.lifecycle import Action, Actor, Role, Status

A = Action
S = Status
_AUTHOR, _WRITER, _HOLDER, _HELPER, _LEAD, _OFFICE, _CLOCK = Actor
_ANY_ROLE = frozenset(Role)


class Hands(StrEnum):
    """Who holds the appeal afterwards."""

    KEEP = "the same holder"
    FIRST = "the first holder"
    NEXT = "the next level"
    GIVEN = "whoever is named"
    BACK = "whoever referred it"
    TAKEN = "whoever takes it"
    HEIR = "whoever answers there now"


class Due(StrEnum):
    """By when the holder must have answered afterwards. Words alone never move it."""

    KEEP = "unchanged"
    LEVEL = "the days of the level"
    HALF = "the days for the missing half"
    EXTENDED = "the days asked for"
    FORWARDED = "the days of a higher authority"
    NONE = "none"


@dataclass(frozen=True)
class Transition:
    """`held_as`: a holder takes the step only as one of these."""

    who: frozenset[Actor]
    after: Status
    hands: Hands
    due: Due
    held_as: frozenset[Role]

    def entitled(self, actors: frozenset[Actor], held_as: Role) -> frozenset[Actor]:
        """As which of these the step may be taken where the appeal is held so."""
        may = self.who & actors
        return may if held_as in self.held_as else may - {Actor.HOLDER}


Table = dict[tuple[Status | None, Action], Transition]


@dataclass(frozen=True)
class _Row:
    """`after` None: the status stays. A `before` of None is an appeal that is not there yet."""

    before: tuple[Status | None, ...]
    action: Action
    who: frozenset[Actor]
    after: Status | None = None
    hands: Hands = Hands.KEEP
    due: Due = Due.KEEP
    held_as: frozenset[Role] = _ANY_ROLE


def _row(
    before: Iterable[Status | None],
    action: Action,
    *who: Actor,
    after: Status | None = None,
    hands: Hands = Hands.KEEP,
    due: Due = Due.KEEP,
    held_as: frozenset[Role] = _ANY_ROLE,
) -> _Row:
    return _Row(tuple(before), action, frozenset(who), after, hands, due, held_as)


_NEW = (None,)
ARRIVED = (S.FILED, S.REFERRED, S.ESCALATED)
_IN_HAND = (S.ACCEPTED, S.ASKED, S.HALF_SOLVED)
_AT_WORK = (*ARRIVED, *_IN_HAND)
_OPEN = (*_AT_WORK, S.FORWARDED)
_AT_REST = (S.RESTING, S.CLOSED, S.WITHDRAWN)
_JUDGED = (S.ANSWERED, S.CLOSED)
_EVER = tuple(S)

_ROWS = (
    _row(_NEW, A.FILE, _AUTHOR, _WRITER, _CLOCK, after=S.FILED, hands=Hands.FIRST, due=Due.LEVEL),
    _row(ARRIVED, A.ACCEPT, _HOLDER, after=S.ACCEPTED),
    _row(ARRIVED, A.TELL, _HOLDER, _CLOCK, after=S.ACCEPTED),
    _row((*_IN_HAND, S.FORWARDED, S.ANSWERED), A.TELL, _HOLDER, _CLOCK),
    _row((*_OPEN, S.ANSWERED, S.RESTING), A.ANSWER, _HOLDER, after=S.ANSWERED, due=Due.NONE),
    _row(_AT_WORK, A.ASK_BACK, _HOLDER, after=S.ASKED),
    _row(_OPEN, A.EXTEND, _HOLDER, due=Due.EXTENDED),
    _row(_OPEN, A.REFER, _HOLDER, _LEAD, _OFFICE, after=S.REFERRED, hands=Hands.GIVEN),
    _row((S.REFERRED,), A.RETURN, _HOLDER, after=S.ACCEPTED, hands=Hands.BACK),
    # Households pass to another cadre, or an official leaves: what the household was told stays as it is.
    _row((*_OPEN, S.ANSWERED), A.HAND_OVER, _LEAD, _OFFICE, hands=Hands.HEIR),
    _row(_OPEN, A.ESCALATE, _HOLDER, _CLOCK, after=S.ESCALATED, hands=Hands.NEXT, due=Due.LEVEL),
    _row(_AT_WORK, A.TAKE_OVER, _LEAD, _OFFICE, after=S.ACCEPTED, hands=Hands.TAKEN),
    _row(_OPEN, A.CALL_IN, _HOLDER, _LEAD, _OFFICE, held_as=_ANY_ROLE - {Role.CADRE}),
    _row(
        _AT_WORK, A.FORWARD_UP, _HOLDER, after=S.FORWARDED, due=Due.FORWARDED, held_as=frozenset({Role.COUNTY_OFFICE})
    ),
    _row(_EVER, A.NOTE, _HOLDER, _HELPER, _LEAD, _OFFICE),
    _row((S.ASKED,), A.ADD_WORDS, _AUTHOR, _WRITER, after=S.ACCEPTED),
    _row((*ARRIVED, S.ACCEPTED, S.HALF_SOLVED, S.FORWARDED, S.ANSWERED), A.ADD_WORDS, _AUTHOR, _WRITER),
    _row(_OPEN, A.URGE, _AUTHOR, _WRITER),
    _row(_OPEN, A.WITHDRAW, _AUTHOR, _WRITER, after=S.WITHDRAWN, due=Due.NONE),
    _row((*_OPEN, S.ANSWERED), A.BAR, _AUTHOR, _OFFICE, after=S.FILED, hands=Hands.FIRST, due=Due.LEVEL),
    _row(_EVER, A.MAKE_PRIVATE, _AUTHOR, _WRITER, _HOLDER, _LEAD, _OFFICE),
    _row((*_OPEN, S.ANSWERED), A.RECLASSIFY, _AUTHOR, _WRITER, _HOLDER, _LEAD, _OFFICE),
    # A verdict tapped by mistake can be put right: solved from wherever it led, half and not solved from closed.
    _row((*_OPEN, S.ANSWERED, S.RESTING), A.JUDGE_SOLVED, _AUTHOR, after=S.CLOSED, due=Due.NONE),
    _row(_JUDGED, A.JUDGE_HALF, _AUTHOR, after=S.HALF_SOLVED, due=Due.HALF),
    _row(_JUDGED, A.JUDGE_UNSOLVED, _AUTHOR, after=S.ESCALATED, hands=Hands.NEXT, due=Due.LEVEL),
    _row(_JUDGED, A.REST, _AUTHOR, after=S.RESTING, due=Due.NONE),
    _row(_AT_REST, A.REOPEN, _AUTHOR, _OFFICE, after=S.FILED, due=Due.LEVEL),
    _row(_OPEN, A.REMIND, _CLOCK),
    _row(ARRIVED, A.ALARM, _CLOCK),
    _row((S.ANSWERED,), A.ASK_VERDICT, _CLOCK),
    _row((S.ANSWERED,), A.CLOSE, _CLOCK, after=S.CLOSED, due=Due.NONE),
)


def _spread(rows: Iterable[_Row]) -> Table:
    table: Table = {}
    for row in rows:
        for before in row.before:
            after = row.after or before
            if after is None or (before, row.action) in table:
                raise ValueError(f"({before}, {row.action}) leads nowhere or stands twice in the lifecycle")
            table[before, row.action] = Transition(row.who, after, row.hands, row.due, row.held_as)
    return table


TABLE = _spread(_ROWS)


def decide(status: Status | None, action: Action, actors: frozenset[Actor], held_as: Role) -> Transition:
    """What the action comes to. `actors`: all that the person is to this appeal; `held_as`: as what it is held.

    Raises NotYours for whom the action, or this step of it, is not; NotAtThisLevel for a holder who may not take it
    as such; AlreadySo for a second tap; NotNow.
    """
    steps = {before: row for (before, done), row in TABLE.items() if done is action}
    found = steps.get(status)
    who = found.who if found else frozenset[Actor]().union(*(row.who for row in steps.values()))
    if not who & actors:
        raise NotYours
    if found is None:
        raise AlreadySo if status in {row.after for row in steps.values()} else NotNow
    if not found.entitled(actors, held_as):
        raise NotAtThisLevel
    return found
