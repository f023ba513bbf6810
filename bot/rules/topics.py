"""An appeal's topic in the group of its grid: what it is called, and how long it is open."""

from bot.rules.clauses import opening_of
from bot.rules.lifecycle import Status
from bot.rules.plain import plain

LONGEST_NAME = 128  # Bot API, createForumTopic


def name_of_topic(number: str, category: str, title: str) -> str:
    """Number, category and as much of the title as there is room for."""
    parts = (number, category, title.replace("\n", " "))
    return opening_of(plain(" · ".join(filter(None, parts))), LONGEST_NAME - 1)


def is_worked_on(status: Status) -> bool:
    """An answer is owed, or waits to be judged."""
    return status.is_open or status is Status.ANSWERED
