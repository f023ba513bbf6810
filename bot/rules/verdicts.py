"""What a villager's verdict does, and when silence ends the asking."""

from datetime import datetime

from bot.rules.errors import NotNow, TooLate
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Verdict
from bot.rules.terms import VerdictTerms


def judge(verdict: Verdict, level: Level, halves: int) -> Action:
    """`level`: whose answer is judged; `halves`: how often this appeal was called half solved before.

    The second half climbs like "not solved"; above the county's answer nobody is left, so it rests, kept and counted.
    """
    if verdict is Verdict.SOLVED:
        return Action.JUDGE_SOLVED
    if verdict is Verdict.HALF and not halves:
        return Action.JUDGE_HALF
    return Action.REST if level is Level.COUNTY else Action.JUDGE_UNSOLVED


def check_open(answered_at: datetime | None, now: datetime, terms: VerdictTerms) -> None:
    """Raises NotNow where nothing was answered yet, TooLate after the days for a verdict."""
    if answered_at is None:
        raise NotNow
    if now >= answered_at + terms.open:
        raise TooLate


def on_silence(
    answered_at: datetime, asked_again_at: datetime | None, now: datetime, terms: VerdictTerms
) -> Action | None:
    """What the clock does with an answer nobody judged: ask once more, and close it at the end as not judged."""
    if now >= answered_at + terms.open:
        return Action.CLOSE
    if asked_again_at is None and now >= answered_at + terms.ask_again:
        return Action.ASK_VERDICT
    return None
