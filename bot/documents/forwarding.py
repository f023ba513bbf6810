"""The letter to a higher authority on paper, which the county office corrects, stamps and sends."""

from datetime import datetime

from bot.documents.sheet import Part, Sheet
from bot.documents.words import words_of
from bot.rules.calendar import day_of
from bot.usecases.find_forwarding import Forwarding


def sheet_of_forwarding(forwarding: Forwarding) -> Sheet:
    words = words_of("forwarding")
    facts = vars(forwarding) | {"filed": _day(words, forwarding.filed_at), "day": _day(words, forwarding.forwarded_at)}
    parts = ("words", "answers", "recommendation")
    return Sheet(
        title=words["title"].format(**facts),
        lines=[words["to"].format(**facts), *(line.format(**facts) for line in words["facts"])],
        parts=[Part(words[part], facts[part] or [words["none"]]) for part in parts],
        signed=words["signed"].format(**facts),
    )


def _day(words: dict[str, str], moment: datetime) -> str:
    day = day_of(moment)
    return words["date"].format(year=day.year, month=day.month, day=day.day)
