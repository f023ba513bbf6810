"""How the synthetic people behave. It knows how hard a matter is and how diligent an official is, and never a level:
who solves how much is what comes of it."""

import random
from dataclasses import dataclass
from datetime import date
from enum import Enum

from bot.rules.lifecycle import Verdict

_OFTEN = (5.0, 3.0)  # diligence: the share of working days on which an official takes up what they hold (beta)
_HARDNESS = 0.5  # of matters: the spread of their logarithm
_EASE = 0.2  # that a matter of middling hardness is solved on a day on which it is taken up
_GIVES_UP = 0.02  # that it is passed up by hand on such a day, where it is hard
_JUDGES = 0.7  # of households say what they think of an answer
_HALF = 0.5  # of the others say that half is solved
_CONTENT = 0.93  # of those who judge, where the matter was easy


class Deed(Enum):
    """What an official does with an appeal on a day on which they take it up."""

    WORK = "work"
    SOLVE = "solve"
    CLIMB = "climb"


@dataclass(frozen=True)
class Model:
    """The same seed gives the same people, matters and days."""

    seed: int

    def diligence(self, official: int) -> float:
        """Between 0 and 1; the same for an official whatever they hold and wherever they stand."""
        return random.Random(f"{self.seed}-official-{official}").betavariate(*_OFTEN)

    def hardness(self, appeal: str) -> float:
        """1 in the middle. `appeal`: its number, with its village's name."""
        return random.Random(f"{self.seed}-matter-{appeal}").lognormvariate(0, _HARDNESS)

    def dice(self, day: date, appeal: str) -> random.Random:
        """For what comes of it on that day, whatever becomes of others."""
        return random.Random(f"{self.seed}-{day}-{appeal}")

    def deed(self, dice: random.Random, official: int, appeal: str) -> Deed | None:
        """None on a day on which the official does not get to it."""
        if dice.random() >= self.diligence(official):
            return None
        hardness = self.hardness(appeal)
        if dice.random() < min(1.0, _EASE / hardness):
            return Deed.SOLVE
        return Deed.CLIMB if dice.random() < _GIVES_UP * hardness else Deed.WORK

    def verdict(self, dice: random.Random, appeal: str) -> Verdict | None:
        """None: the household says nothing."""
        if dice.random() >= _JUDGES:
            return None
        if dice.random() < _CONTENT / max(1.0, self.hardness(appeal) ** 0.1):
            return Verdict.SOLVED
        return Verdict.HALF if dice.random() < _HALF else Verdict.NOT_SOLVED
