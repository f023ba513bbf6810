"""Somebody wrote an appeal for a household: they have its number, and the household hears it read back."""

from typing import Any

from bot.rules.buttons import Button
from bot.rules.numbers import number_for_villagers
from bot.usecases.file import Filed
from bot.usecases.people_of import say_holder, say_home
from bot.usecases.turn import Turn
from bot.usecases.villager import Villager
from nlp.kinds import Privacy
from storage.letters import Priority


async def tell_written(turn: Turn, writer: Villager, filed: Filed, words: str) -> None:
    """Whom nobody can ask by chat is told by the writer, in person."""
    appeal, author = filed.appeal, filed.author
    data: dict[str, Any] = {"number": number_for_villagers(appeal.series, appeal.number), "due": appeal.due_at}
    data |= await say_holder(turn, filed.holder)
    how = "read" if author else "secret" if appeal.private_reason == Privacy.VIOLENCE_AT_HOME else "aloud"
    await turn.answer("written", about=appeal.id, home=say_home(writer.household), how=how, **data)
    if author is None:
        return
    is_danger = appeal.danger is not None
    await turn.tell(
        author,
        "written-for-you",
        buttons=_buttons(appeal.id),
        about=appeal.id,
        priority=Priority.DANGER if is_danger else Priority.CARD,
        writer=writer.office.name if writer.office else turn.who.name,
        words=words or "…",
        **data,
    )


def _buttons(appeal: int) -> tuple[Button, ...]:
    return (
        Button("button-put-right", "put_right", appeal),
        Button("button-withdraw", "withdraw", appeal),
        Button("button-more", "more", appeal),
    )
