"""Prints docs/verbs.md from the table: python -m tests.bot.rules.verbs_page > docs/verbs.md"""

from collections.abc import Iterator, Sequence

from bot.rules.lifecycle import Action, Actor, Role, Status
from bot.rules.transitions import TABLE

_HEAD = """# Who may do what

Printed from the table in `bot/rules/transitions.py`; a test holds this page to it, and tests try every verb over chat
as everybody, in every state (`tests/handlers/test_authorisation.py`). A row is a verb, a column what somebody is to the
appeal, and a cell says in which states they may. An empty cell is a refusal, which says why and is logged:

| refusal | when |
| --- | --- |
| `not-yours` | it is another person's step, or there is no such appeal: nobody can tell which |
| `not-at-this-level` | the step belongs to other levels than the one that holds it |
| `held-above` | a higher level has it already |
| `not-to-them` | whom it shall go to has it, or must not know of it |
| `not-public` | nobody but its holder may read it |
| `already-so`, `stale` | it was done before, or the appeal went on since the button was written |
| `too-late`, `not-granted` | the days for it are over, or the level had its extension |
| `not-now` | the state has no such step |

Held as: by the contact cadre, or whom a lead gave it to by name; by a lead for a grid; by a unit; by the county office.
A deputy acts for the one who is away, an officer for the unit. A barred person is nothing to the appeal, whatever posts
they hold; a lead hears nothing of what is numbered by the county. Who sees what stands in [privacy.md](privacy.md).
At the county an `escalate` is refused: above it stands only the higher authority.

States: {states}.

"""
_TAIL = """
## In words

- **refer** (转办): to a unit, to the household's cadre, to a lead above it or a cadre of its village by name;
  with a reason that they read, or ▢ 这事归他们管. The level and the due date stay: what is given to somebody is still
  the level's that gave it.
- **take over** (接过来办): by a lead whose grid it has reached, or who was told of a danger, and by the county
  office. The due date stays.
- **call in** (联合办理): whoever holds it stays in the lead; helpers see its card, and what they reply to it is
  kept in the history and handed to the holder, never sent to the household. Not for what is private.
- **forward up** (转呈上级): at the county. The office writes its recommendation and gets the letter as a .docx, in
  the household's own words; for a private appeal it is written at the terminal alone (`huiyin forwarded NUMBER
  -o FILE.docx`). The appeal stays open, the office holds it, and is called every working day once
  `deadlines.forwarded` is over; `huiyin forwarded` lists what waits. When the higher authority has answered,
  the office replies to the card, ▢ 上级答复了 or another outcome. The household hears each step.
- **reopen**: by the author, who says something new; by the county office with a reason that the author reads.
- **withdraw**: by the author. By the official who wrote it for a household without a phone, with a reason; the
  village's leads hear it.
"""
_LETTERS = dict(zip(Status, "FREAKHUNTCW", strict=True))
_COLUMNS: dict[str, tuple[Actor, Role | None]] = {
    **{f"held as {role.value.replace('_', ' ')}": (Actor.HOLDER, role) for role in Role},
    "helper": (Actor.HELPER, None),
    "lead above": (Actor.LEAD, None),
    "county office": (Actor.COUNTY_OFFICE, None),
    "author": (Actor.AUTHOR, None),
    "writer": (Actor.WRITER, None),
    "clock": (Actor.CLOCK, None),
}


def page() -> str:
    """The whole file."""
    states = ", ".join(f"{letter} {status.value.replace('_', ' ')}" for status, letter in _LETTERS.items())
    lines = [_line(["verb", *_COLUMNS]), _line(["---"] * (len(_COLUMNS) + 1)), *_rows()]
    return _HEAD.format(states=states) + "\n".join(lines) + "\n" + _TAIL


def _rows() -> Iterator[str]:
    for action in Action:
        yield _line([f"`{action}`", *(_states(action, actor, role) for actor, role in _COLUMNS.values())])


def _states(action: Action, actor: Actor, role: Role | None) -> str:
    """For filing there is no state yet."""
    rows = ((before, TABLE.get((before, action))) for before in (None, *Status))
    may = [before for before, row in rows if row and actor in row.who and (role is None or role in row.held_as)]
    return "".join(_LETTERS[before] if before else "yes" for before in may)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    print(page(), end="")
