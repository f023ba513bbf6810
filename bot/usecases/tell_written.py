"""Somebody wrote an appeal for a household: they have its number, and the household hears it read back."""

from typing import Any

from bot.rules.buttons import Button
from bot.rules.escalation import Holder
from bot.rules.numbers import number_for_villagers
from bot.usecases.file import Filed
from bot.usecases.people_of import say_holder, say_home
from bot.usecases.turn import Turn
from bot.usecases.villager import Villager
from nlp.kinds import Privacy
from storage.letters import Priority
from storage.models import Account, Appeal


async def tell_written(turn: Turn, writer: Villager, filed: Filed, words: str) -> None:
    """Whom nobody can ask by chat is told by the writer, in person."""
    appeal, author = filed.appeal, filed.author
    data = await _data(turn, appeal, filed.holder)
    how = "read" if author else "secret" if appeal.private_reason == Privacy.VIOLENCE_AT_HOME else "aloud"
    await turn.answer("written", about=appeal.id, home=say_home(writer.household), how=how, **data)
    if author is not None:
        name = writer.office.name if writer.office else turn.who.name
        await read_back(turn, author, appeal, filed.holder, writer=name, words=words)


async def read_back(turn: Turn, author: Account, appeal: Appeal, holder: Holder, *, writer: str, words: str) -> None:
    """They can put it right, take it back, keep it private, or say that it is about the cadre."""
    is_danger = appeal.danger is not None
    await turn.tell(
        author,
        "written-for-you",
        buttons=_buttons(appeal.id),
        about=appeal.id,
        priority=Priority.DANGER if is_danger else Priority.CARD,
        writer=writer,
        words=words or "…",
        **await _data(turn, appeal, holder),
    )


async def _data(turn: Turn, appeal: Appeal, holder: Holder) -> dict[str, Any]:
    number = number_for_villagers(appeal.series, appeal.number)
    return {"number": number, "due": appeal.due_at} | await say_holder(turn, holder)


def _buttons(appeal: int) -> tuple[Button, ...]:
    return (
        Button("button-put-right", "put_right", appeal),
        Button("button-withdraw", "withdraw", appeal),
        Button("button-more", "more", appeal),
    )
