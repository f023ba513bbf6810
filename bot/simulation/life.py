"""Months in the county, day by day: households tell, officials do what they get to, the clock takes what is due."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import TypeVar

from bot.rules.calendar import Calendar, at
from bot.rules.levels import Level
from bot.rules.terms import Policy
from bot.simulation.acts import BOT, Acts
from bot.simulation.county import Size, make_county
from bot.simulation.matters import MATTERS
from bot.simulation.people import Deed, Model
from bot.usecases.ask_silent_authors import ask_silent_authors, close_silent_appeals
from bot.usecases.import_roster import import_roster
from bot.usecases.sweep import sweep
from bot.usecases.tick import Tick
from storage.engine import Database, Session
from storage.hands import list_in_hands, list_to_judge
from storage.phones import add_phones

BEGINS = date(2026, 2, 25)  # after the holidays, so that the four months lie in a year whose days are known
DAYS = 120
_TELLING = 100  # of these the first are those on which households tell
_AT_ONCE = 300  # acts in a transaction
_MORNING, _WORK, _EVENING = time(9), time(11), time(19)

Item = TypeVar("Item")


@dataclass(frozen=True)
class Part:
    """Of so many parts the one with that number, counted from 0."""

    number: int = 0
    of: int = 1


@dataclass
class Life:
    """Of the county, as far as the households of that part tell. `tell`: called with each day that is over, counted
    from one."""

    database: Database
    policy: Policy
    calendar: Calendar
    size: Size
    seed: int
    part: Part = Part()
    tell: Callable[[int], None] = lambda _: None
    messages: "count[int]" = field(default_factory=lambda: count(1))

    async def run(self) -> None:
        acts, areas = await self._settle()
        told = self._days_of_telling(areas)
        for number in range(1, DAYS + 1):
            day = BEGINS + timedelta(days=number - 1)
            await self._tell(acts, told.get(number, ()), day)
            if self.calendar.is_working_day(day):
                await self._work(acts, day)
            await self._judge(acts, day)
            await self._strike(day)
            self.tell(number)

    async def _settle(self) -> tuple[Acts, dict[int, int]]:
        """Households enough that few tell twice."""
        begins = at(BEGINS, time(0))
        roster = make_county(self.size, self.size.appeals, self.seed)
        async with self.database.write() as session:
            tick = Tick(session, begins, "roster", self.policy, self.calendar)
            await import_roster(tick, roster, lambda _done, _total: None)
            officials, areas = await add_phones(session, BOT, begins)
        return Acts(Model(self.seed), officials, self.messages), areas

    def _days_of_telling(self, areas: Mapping[int, int]) -> dict[int, list[tuple[int, str]]]:
        """Who of this part says what on which day; more at the beginning, when every household was visited. It is
        thrown for all of the county, so that each part knows the same of its own."""
        days: dict[int, list[tuple[int, str]]] = {}
        dice, users = random.Random(self.seed), list(areas)
        for _ in range(self.size.appeals):
            day = 1 + min(int(dice.betavariate(1, 1.5) * _TELLING), _TELLING - 1)
            user, words = dice.choice(users), dice.choice(MATTERS)
            if areas[user] % self.part.of == self.part.number:
                days.setdefault(day, []).append((user, words))
        return days

    async def _tell(self, acts: Acts, told: Iterable[tuple[int, str]], day: date) -> None:
        for some in _parts(list(told)):
            async with self.database.write() as session:
                tick = self._tick(session, at(day, _MORNING))
                for user, words in some:
                    await acts.tell(tick, user, words)

    async def _work(self, acts: Acts, day: date) -> None:
        async with self.database.read() as session:
            held = await list_in_hands(session)
        model = acts.model
        deeds = [(one, model.deed(model.dice(day, one.name), one.official, one.name)) for one in held]
        doing = [(one, deed) for one, deed in deeds if deed and _can(deed, one.level, is_new=one.is_new)]
        for some in _parts(doing):
            async with self.database.write() as session:
                tick = self._tick(session, at(day, _WORK))
                await acts.prepare(tick, (one.appeal for one, _ in some))
                for one, deed in some:
                    await acts.do(tick, deed, one)

    async def _judge(self, acts: Acts, day: date) -> None:
        async with self.database.read() as session:
            asked = await list_to_judge(session, at(day, time(0)))
        model = acts.model
        judged = [(one, model.verdict(model.dice(day, f"judged-{one.name}"), one.name)) for one in asked]
        verdicts = [(one, verdict) for one, verdict in judged if verdict]
        for some in _parts(verdicts):
            async with self.database.write() as session:
                tick = self._tick(session, at(day, _EVENING))
                await acts.prepare(tick, (one.appeal for one, _ in some))
                for one, verdict in some:
                    await acts.judge(tick, one, verdict)

    async def _strike(self, day: date) -> None:
        """The clock after the day's work ends; what it does at night is nobody's doing here."""
        for use_case in (sweep, ask_silent_authors, close_silent_appeals):
            more: object = True
            while more:
                async with self.database.write() as session:
                    more = await use_case(self._tick(session, at(day, time(17, 30))))

    def _tick(self, session: Session, now: datetime) -> Tick:
        return Tick(session, now, f"simulated-{next(self.messages)}", self.policy, self.calendar)


def _can(deed: Deed, level: str, *, is_new: bool) -> bool:
    """Who only works at it accepts it once; above the county nobody stands."""
    return is_new if deed is Deed.WORK else deed is Deed.SOLVE or level != Level.COUNTY


def _parts(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
