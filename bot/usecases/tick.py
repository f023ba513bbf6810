"""A stroke of the clock, as every use case gets it that nobody asked for."""

from dataclasses import dataclass

from bot.rules.calendar import Calendar
from bot.rules.terms import Policy
from bot.usecases.turn import Post


@dataclass(frozen=True)
class Tick(Post):
    policy: Policy
    calendar: Calendar
