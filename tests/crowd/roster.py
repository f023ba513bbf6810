"""The sample village grown to any number of households, thirty to a contact cadre."""

import csv
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.roster.command import SAMPLE

_TO_A_CADRE = 30
_VILLAGE = "YS-QZ-1-MSG"
OFFICIALS = tuple(f"{number:04}" for number in range(1, 13))
"""Of the sample; 0003 is the contact cadre of its 32 households."""
KNOWN = 32


def write_roster(folder: Path, households: int) -> tuple[list[str], list[str]]:
    """The codes of so many households, and the numbers of all officials."""
    shutil.copytree(SAMPLE, folder)
    more = range(KNOWN + 1, households + 1)
    cadres = {number: f"1{number // _TO_A_CADRE:03}" for number in more}
    _append(folder / "officials.csv", [(no, f"赵联{no[1:]}", "泉庄镇", "科员", f"1990000{no}") for no in _each(cadres)])
    rows = [(_code(n), _VILLAGE, f"王户{n:04}", "3", f"4组{n}号", "", cadre) for n, cadre in cadres.items()]
    _append(folder / "households.csv", rows)
    return [_code(number) for number in range(1, households + 1)], [*OFFICIALS, *_each(cadres)]


def _each(cadres: dict[int, str]) -> list[str]:
    return sorted(set(cadres.values()))


def _code(number: int) -> str:
    return f"MSG-{number:03}"


def _append(file: Path, rows: Iterable[Sequence[str]]) -> None:
    with file.open("a", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows(rows)
