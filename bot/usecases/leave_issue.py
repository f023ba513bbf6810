"""分开办: an appeal leaves its common issue. What was answered before stays answered."""

from bot.rules.errors import AlreadySo
from bot.usecases.give_receipt import number_of
from bot.usecases.issue_cards import show_member
from bot.usecases.leave_silently import leave_silently
from bot.usecases.own_appeal import access_own
from bot.usecases.turn import Toast, Turn


async def leave_issue(turn: Turn, appeal_id: int) -> Toast:
    """Its author's tap, at any time. Raises NotYours, AlreadySo."""
    appeal = (await access_own(turn, appeal_id)).appeal
    if not await leave_silently(turn, appeal):
        raise AlreadySo
    await show_member(turn, appeal)
    await turn.answer("issue-left", about=appeal_id, number=number_of(appeal))
    return Toast("joined-toast")
