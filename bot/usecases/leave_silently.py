"""An appeal leaves its common issue because it is not for everybody any more, or nobody works on it."""

from bot.usecases.issue_cards import show_issue
from bot.usecases.turn import Turn
from storage.common_issues import record_left
from storage.models import Appeal


async def leave_silently(turn: Turn, appeal: Appeal) -> bool:
    """Nobody is told: only the others' number is smaller. False where it was in none."""
    issue = await record_left(turn.session, appeal.id, turn.now)
    if issue is not None:
        await show_issue(turn, issue.id)
    return issue is not None
