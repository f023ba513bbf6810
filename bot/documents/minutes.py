"""A study meeting's minutes on paper."""

from collections.abc import Sequence
from typing import Any

from bot.documents.sheet import Sheet
from bot.documents.words import words_of
from bot.rules.calendar import day_of
from bot.usecases.find_minutes import Minute, Minutes
from storage.models import ItemStatus


def sheet_of_minutes(minutes: Minutes) -> Sheet:
    words, day = words_of("minutes"), day_of(minutes.held_at)
    return Sheet(
        title=words["title"].format(grid=minutes.grid),
        lines=[words["held"].format(no=minutes.no, year=day.year, month=day.month, day=day.day)],
        table=[words["columns"], *(_row(words, minute) for minute in minutes.rows)],
    )


def _row(words: dict[str, Any], minute: Minute) -> Sequence[str]:
    matter = words["appeal" if minute.number else "issue"].format(**vars(minute))
    decided = minute.decided
    if decided.due_at is None:
        outcome = words["moved_up"] if minute.status is ItemStatus.MOVED_UP else words["left"]
        return str(minute.position), matter, outcome, "", ""
    day = day_of(decided.due_at)
    due = words["due"].format(month=day.month, day=day.day)
    if not minute.is_public:
        return str(minute.position), matter, words["private"], "", due
    return str(minute.position), matter, decided.measure, _who(words, minute), due


def _who(words: dict[str, Any], minute: Minute) -> str:
    decided = minute.decided
    lead = words["lead"].format(unit=decided.unit) if decided.unit else words["own"]
    head = [words["head"].format(head=decided.head)] if decided.head else []
    return "\n".join(["、".join([lead, *decided.helpers]), *head])
