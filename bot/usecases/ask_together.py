"""一起回复这几件?: asked when an appeal of a common issue was answered and the same official has others of it."""

from bot.rules.buttons import Button
from bot.usecases.issue_members import find_reach
from bot.usecases.turn import Turn
from storage.models import Answer


async def ask_together(turn: Turn, answer: Answer) -> None:
    """The answer itself has gone out: it waits for no tap."""
    reach = await find_reach(turn, answer)
    if not reach.theirs:
        return
    buttons = (
        Button("button-together", "answer_together", answer.id),
        Button("button-only-this", "answer_alone", answer.id),
    )
    count = len(reach.theirs)
    await turn.answer("together-asked", buttons=buttons, about=answer.appeal_id, count=count, words=answer.text or "…")
