"""The register (台账) in figures: at each level how many appeals arrived, and what became of them there."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.rules.levels import Level
from bot.rules.lifecycle import Outcome, Status


@dataclass
class LevelCount:
    """`received` = `solved` + `otherwise` + `passed_on` + `open`: an appeal is counted once at each level that it
    reached. Solved is what was answered as solved or partly so; other honest ends are counted apart."""

    received: int = 0
    solved: int = 0
    otherwise: int = 0
    passed_on: int = 0
    open: int = 0


Register = dict[Level, LevelCount]


@dataclass
class Trace:
    """One appeal, as its history tells."""

    reached: set[Level] = field(default_factory=set)
    level: Level = Level.CADRE
    status: Status = Status.FILED
    outcome: Outcome | None = None


def add_up(traces: Iterable[Trace]) -> Register:
    register = {level: LevelCount() for level in Level}
    for trace in traces:
        for level in trace.reached:
            register[level].received += 1
            register[level].passed_on += level is not trace.level
        here = register[trace.level]
        if trace.status.is_open:
            here.open += 1
        elif trace.outcome in {Outcome.SOLVED, Outcome.PARTLY_SOLVED}:
            here.solved += 1
        else:
            here.otherwise += 1
    return register


def together(registers: Iterable[Register]) -> Register:
    """Of appeals that stand in one of them each."""
    whole = {level: LevelCount() for level in Level}
    for register in registers:
        for level, count in register.items():
            sums = {name: getattr(whole[level], name) + figure for name, figure in vars(count).items()}
            whole[level] = LevelCount(**sums)
    return whole
