"""A measured figure beside what it must reach."""

from typing import NamedTuple


class Figure(NamedTuple):
    """`goal` as people read it, `>= 0.95`; "" for what is only told beside."""

    name: str
    value: float
    goal: str = ""

    @property
    def is_reached(self) -> bool:
        way, _, least = self.goal.partition(" ")
        return not self.goal or (self.value >= float(least) if way == ">=" else self.value <= float(least))
