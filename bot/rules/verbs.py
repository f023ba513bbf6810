"""What an official may do with an appeal besides what stands on its card."""

from bot.rules.lifecycle import Action, Actor, Role, Status
from bot.rules.transitions import TABLE

_OFFICIALS = frozenset({Actor.WRITER, Actor.HOLDER, Actor.LEAD, Actor.COUNTY_OFFICE})
_FURTHER = frozenset(
    {
        Action.TAKE_OVER,
        Action.ASK_BACK,
        Action.EXTEND,
        Action.REFER,
        Action.CALL_IN,
        Action.FORWARD_UP,
        Action.REOPEN,
        Action.RECLASSIFY,
        Action.MAKE_PRIVATE,
        Action.WITHDRAW,
        Action.ESCALATE,
    }
)


def list_further_steps(status: Status, actors: frozenset[Actor], held_as: Role) -> frozenset[Action]:
    """Of those behind 更多. An author does nothing by office to an appeal of their own."""
    as_official = actors & _OFFICIALS
    return frozenset(
        action
        for (before, action), row in TABLE.items()
        if before is status and action in _FURTHER and row.entitled(as_official, held_as)
    )
