"""What is wrong with a roster, told row by row."""

from typing import NamedTuple

from bot.rules.errors import Problem


class Fault(NamedTuple):
    """`row` counts as a spreadsheet does: the header is row 1. None where the whole file is meant."""

    file: str
    row: int | None
    reason: str

    def __str__(self) -> str:
        place = self.file if self.row is None else f"{self.file}, row {self.row}"
        return f"{place}: {self.reason}"


class RosterFaulty(Problem):
    """Every fault of the roster; nothing of it was imported."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        lines = [*map(str, faults), f"Nothing was imported: {count}. Put the files right and import them again."]
        super().__init__("\n".join(lines))
