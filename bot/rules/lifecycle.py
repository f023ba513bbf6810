"""What can happen to an appeal, in words. Which of it is allowed when stands in `bot.rules.transitions`."""

from enum import StrEnum


class Status(StrEnum):
    FILED = "filed"
    REFERRED = "referred"
    ESCALATED = "escalated"
    ACCEPTED = "accepted"
    ASKED = "asked"
    HALF_SOLVED = "half_solved"
    FORWARDED = "forwarded"
    ANSWERED = "answered"
    RESTING = "resting"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Somebody owes the household an answer: there is a holder and a due time."""
        return self in _OPEN


_OPEN = frozenset(
    {
        Status.FILED,
        Status.REFERRED,
        Status.ESCALATED,
        Status.ACCEPTED,
        Status.ASKED,
        Status.HALF_SOLVED,
        Status.FORWARDED,
    }
)


class Action(StrEnum):
    FILE = "file"
    ACCEPT = "accept"
    TELL = "tell"
    ANSWER = "answer"
    ASK_BACK = "ask_back"
    ADD_WORDS = "add_words"
    ESCALATE = "escalate"
    EXTEND = "extend"
    REFER = "refer"
    RETURN = "return"
    TAKE_OVER = "take_over"
    CALL_IN = "call_in"
    FORWARD_UP = "forward_up"
    HAND_OVER = "hand_over"
    URGE = "urge"
    NOTE = "note"
    WITHDRAW = "withdraw"
    MAKE_PRIVATE = "make_private"
    RECLASSIFY = "reclassify"
    BAR = "bar"
    JUDGE_SOLVED = "judge_solved"
    JUDGE_HALF = "judge_half"
    JUDGE_UNSOLVED = "judge_unsolved"
    REST = "rest"
    REOPEN = "reopen"
    REMIND = "remind"
    ALARM = "alarm"
    ASK_VERDICT = "ask_verdict"
    CLOSE = "close"


class Actor(StrEnum):
    """What somebody is to the appeal at hand; a deputy or a unit's officer acts as the holder that they stand for.
    A lead is one of a grid not below the holder's level; a helper was called in."""

    AUTHOR = "author"
    WRITER = "writer"
    HOLDER = "holder"
    HELPER = "helper"
    LEAD = "lead"
    COUNTY_OFFICE = "county_office"
    CLOCK = "clock"


class Role(StrEnum):
    """As what somebody holds an appeal."""

    CADRE = "cadre"
    LEAD = "lead"
    UNIT = "unit"
    COUNTY_OFFICE = "county_office"


class Outcome(StrEnum):
    """How an appeal ended, counted apart each; an appeal that is still worked on has none."""

    SOLVED = "solved"
    PARTLY_SOLVED = "partly_solved"
    EXPLAINED = "explained"
    CANNOT = "cannot"
    FORWARDED_UP = "forwarded_up"
    WITHDRAWN = "withdrawn"


class Verdict(StrEnum):
    """The author's alone; silence is none of these."""

    SOLVED = "solved"
    HALF = "half"
    NOT_SOLVED = "not_solved"
