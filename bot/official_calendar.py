"""China's holidays and make-up days: the library `chinesecalendar`, and beside it what the policy adds."""

from pathlib import Path

from chinese_calendar.constants import holidays, workdays

from bot.clock import utc_now
from bot.policy import read_policy
from bot.rules.calendar import Calendar, day_of
from bot.rules.errors import Problem
from bot.rules.terms import CalendarTerms, Policy


class YearNotCovered(Problem):
    exit_status = 2

    def __init__(self, year: int) -> None:
        super().__init__(
            f"No holidays are known for {year}, so no due date could be told. Update the library chinesecalendar, "
            f"or give the policy's [calendar] years = [{year}] with its holidays and make_up_days."
        )


def read_calendar(terms: CalendarTerms, running_year: int) -> Calendar:
    """Where both speak of a day, the policy is right. Raises YearNotCovered for the running year."""
    years = frozenset(day.year for day in holidays) | terms.years
    if running_year not in years:
        raise YearNotCovered(running_year)
    return Calendar(
        years=years,
        holidays=frozenset(holidays) - terms.make_up_days | terms.holidays,
        make_up_days=frozenset(workdays) - terms.holidays | terms.make_up_days,
        fixed_holidays=terms.fixed_holidays,
    )


def read_rules(policy_file: Path | None) -> tuple[Policy, Calendar]:
    """The county's policy, and the calendar that it and this year give. Raises PolicyFaulty, YearNotCovered."""
    policy = read_policy(policy_file)
    return policy, read_calendar(policy.calendar, day_of(utc_now()).year)
