"""What the villager has in hand after filing: number, who has it, by when."""

from typing import Any

from bot.rules.buttons import Button
from bot.rules.escalation import Complaint
from bot.rules.numbers import number_for_villagers
from bot.rules.people import surname_of
from bot.usecases.file import Filed
from bot.usecases.people_of import say_holder
from bot.usecases.turn import Turn
from bot.usecases.villager import Villager
from storage.models import Appeal


async def give_receipt(turn: Turn, villager: Villager, filed: Filed, complaint: Complaint) -> None:
    appeal, own = filed.appeal, surname_of(villager.cadre_name) or "none"
    if appeal.danger is not None:
        await say_danger(turn, appeal, own if complaint is Complaint.NONE else "none")
        return
    wording = {Complaint.NONE: "receipt", Complaint.UNSEEN: "receipt-unseen", Complaint.ACCUSED: "receipt-accusation"}
    data: dict[str, Any] = {"number": number_of(appeal), "own": own, "accept": appeal.accept_by, "due": appeal.due_at}
    data |= await say_holder(turn, filed.holder)
    await turn.answer(wording[complaint], buttons=_buttons(appeal), about=appeal.id, **data)


async def say_danger(turn: Turn, appeal: Appeal, near: str) -> None:
    """Who is being told, and the one reviewed sentence for that kind of danger. `near`: the cadre, if not barred."""
    await turn.answer("danger-filed", about=appeal.id, number=number_of(appeal), near=near, danger=appeal.danger)


def number_of(appeal: Appeal) -> str:
    return number_for_villagers(appeal.series, appeal.number)


def _buttons(appeal: Appeal) -> tuple[Button, ...]:
    if appeal.is_private:
        return ()
    return (Button("button-only-holder", "make_private", appeal.id, appeal.epoch),)
