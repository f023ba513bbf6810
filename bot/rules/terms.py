"""The numbers of the work as values. They are read from policy.toml at the start; none has a default in code."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Annotated

from bot.rules.accepted import Code, DayOfMonth, Days, Flag, Hour, Line, OneOf, Span, Whole, YearlyDays, Years
from bot.rules.levels import Level

WorkingDays = Annotated[int, Whole(1, 60, "working days")]
CalendarDays = Annotated[timedelta, Span(Whole(1, 365, "days"))]
Minutes = Annotated[timedelta, Span(Whole(1, 1440, "minutes"))]
MinutesOrNone = Annotated[timedelta, Span(Whole(0, 1440, "minutes"))]
Hours = Annotated[timedelta, Span(Whole(1, 168, "hours"))]
HoursOrNone = Annotated[timedelta, Span(Whole(0, 168, "hours"))]
TimeOfDay = Annotated[time, Hour()]


@dataclass(frozen=True)
class SolveTerms:
    """How long each level has, from when the appeal reaches it."""

    cadre: WorkingDays
    village: WorkingDays
    area: WorkingDays
    township: WorkingDays
    county: WorkingDays


@dataclass(frozen=True)
class DeadlineTerms:
    day_ends: TimeOfDay
    accept: WorkingDays
    half: WorkingDays
    extension_at_most: WorkingDays
    return_within: WorkingDays
    yellow_before: WorkingDays
    forwarded: WorkingDays
    solve: SolveTerms


@dataclass(frozen=True)
class DangerTerms:
    """By the wall clock, day and night."""

    accept: Minutes
    climb: Minutes
    unseen: Minutes


@dataclass(frozen=True)
class DraftTerms:
    quiet: Minutes
    card_after: MinutesOrNone
    question_expires: Minutes
    remind: Hours
    lay_aside: CalendarDays
    keep_unlinked: CalendarDays


@dataclass(frozen=True)
class ReachTerms:
    """Whom chat does not reach is phoned or visited; of a danger nobody waits longer than `danger.unseen`."""

    unseen: Hours
    look_back: Hours


@dataclass(frozen=True)
class AnswerTerms:
    """How long a cadre's reply waits for the tap that names its outcome, and how long others are offered it."""

    untapped: Minutes
    remembered: CalendarDays


@dataclass(frozen=True)
class NightTerms:
    begins: TimeOfDay
    ends: TimeOfDay
    digest_at: TimeOfDay


@dataclass(frozen=True)
class VerdictTerms:
    ask_again: CalendarDays
    open: CalendarDays


@dataclass(frozen=True)
class PrivacyTerms:
    taken_back: Minutes
    least_count: Annotated[int, Whole(2, 100, "appeals")]


@dataclass(frozen=True)
class WallTerms:
    consent: Hours
    after_yes: HoursOrNone
    households_a_year: Annotated[int, Whole(2, 100, "households")]


@dataclass(frozen=True)
class DuplicateTerms:
    look_back: CalendarDays


@dataclass(frozen=True)
class LinkTerms:
    """`attempts` tokens in vain within that time; then whoever tries is answered once more, and waits."""

    slip: CalendarDays
    attempts: Annotated[int, Whole(1, 100, "attempts")]
    attempts_within: Minutes
    requests_a_day: Annotated[int, Whole(1, 100, "requests")]


@dataclass(frozen=True)
class OfficeTerms:
    """The county's number, for whoever knows no nearer one, and to whom the county forwards what is beyond it."""

    phone: Annotated[str, Line()]
    higher_authority: Annotated[str, Line()]


@dataclass(frozen=True)
class CadreTerms:
    """Above `most_households` a cadre is listed as having too many; `deputy_at_most` is the longest absence."""

    most_households: Annotated[int, Whole(1, 1000, "households")]
    deputy_at_most: CalendarDays


@dataclass(frozen=True)
class MeetingTerms:
    """When a grid's study meeting opens each month; moved to the next day of work where that is none."""

    day_of_month: Annotated[int, DayOfMonth()]
    hour: TimeOfDay


@dataclass(frozen=True)
class DeskTerms:
    """How long a code from the chat opens the desk on the web, and how long a visit there lasts."""

    code: Minutes
    visit: Hours


@dataclass(frozen=True)
class CalendarTerms:
    """What the State Council announced and the library does not know yet, and what holds every year by law."""

    years: Annotated[frozenset[int], Years()]
    holidays: Annotated[frozenset[date], Days()]
    make_up_days: Annotated[frozenset[date], Days()]
    fixed_holidays: Annotated[frozenset[tuple[int, int]], YearlyDays()]


@dataclass(frozen=True)
class Category:
    name: Annotated[str, Line()]
    unit: Annotated[str, Line()]
    is_personal: Annotated[bool, Flag()]
    """About a person's own affairs rather than a place or a service."""
    days: dict[Annotated[Level, OneOf(Level)], WorkingDays] = field(default_factory=dict)
    """Of the levels that have other days for it than for everything else. What has a default may be left out."""


@dataclass(frozen=True)
class Policy:
    deadlines: DeadlineTerms
    danger: DangerTerms
    drafts: DraftTerms
    reach: ReachTerms
    answers: AnswerTerms
    nights: NightTerms
    verdicts: VerdictTerms
    privacy: PrivacyTerms
    wall: WallTerms
    duplicates: DuplicateTerms
    links: LinkTerms
    office: OfficeTerms
    cadres: CadreTerms
    meetings: MeetingTerms
    desk: DeskTerms
    calendar: CalendarTerms
    categories: dict[Annotated[str, Code()], Category]
    """By code, in the order of the file."""

    def days_of(self, category: str, level: Level) -> int:
        """Working days to answer at that level: the category's own where it has some."""
        days: int = getattr(self.deadlines.solve, level.value)
        known = self.categories.get(category)
        return known.days.get(level, days) if known else days
