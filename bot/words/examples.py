"""`huiyin words examples`: what villagers and cadres put right, as labelled messages to learn from."""

import csv
from collections.abc import Sequence
from pathlib import Path

from bot.rules.errors import Problem
from bot.words.database import read, terminal
from bot.words.telling import Teller
from storage.engine import Session
from storage.past_appeals import list_past_appeals

_HEADING = ("text", "category")
_Row = tuple[str, str]


def write_examples(url: str, output: Path) -> None:
    """Raises Problem."""
    rows = read(url, _rows)
    try:
        with output.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([_HEADING, *rows])
    except OSError as error:
        raise Problem(f"{output} cannot be written: {error.strerror}.") from None
    terminal().print(
        f"{len(rows)} {'example' if len(rows) == 1 else 'examples'} in {output}: redacted, and none that is private, "
        "hidden or withdrawn. Look through them, then put them to others that huiyin train learns from."
    )


async def _rows(session: Session) -> Sequence[_Row]:
    """The last correction of an appeal counts."""
    teller = Teller(session)
    return [
        (" ".join((await teller.tell(appeal)).split()), appeal.corrected_to)
        for appeal in await list_past_appeals(session)
        if appeal.corrected_to is not None and appeal.may_be_told and appeal.words.strip()
    ]
