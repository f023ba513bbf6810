"""延期: once a level, with a reason that the author reads."""

from bot.rules.buttons import Button
from bot.rules.lifecycle import Action
from bot.rules.steps import Wish
from bot.usecases.ask import answered, ask
from bot.usecases.people_of import say_holder, show_to_holders, tell_author
from bot.usecases.take_step import Wanted, access_to_change, access_to_take, take_step
from bot.usecases.turn import Toast, Turn

_OFFERED = (3, 5, 10)  # working days


async def offer_extension(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    await access_to_take(turn, appeal_id, Action.EXTEND, epoch)
    most = turn.policy.deadlines.extension_at_most
    buttons = [Button("extend-days", "extend_days", days, data={"days": days}) for days in _OFFERED if days <= most]
    await ask(turn, "extend_days", {"appeal": appeal_id, "epoch": epoch})
    await turn.answer("extend-asked", buttons=buttons, about=appeal_id)
    return Toast("extend-toast")


async def ask_why_extend(turn: Turn, days: int) -> Toast:
    """Raises Stale where this chat was not asked for how many days, another Refusal where it went on since."""
    asked = await answered(turn, "extend_days")
    await access_to_take(turn, asked["appeal"], Action.EXTEND, asked["epoch"])
    await ask(turn, "extend_why", asked | {"days": days})
    await turn.answer("extend-why", about=asked["appeal"])
    return Toast("extend-toast")


async def extend_appeal(turn: Turn, appeal_id: int, epoch: int, days: int, reason: str) -> None:
    """Raises NotGranted where this level had its extension, or danger lets none."""
    view = await access_to_change(turn, appeal_id)
    after = await take_step(turn, view, Wanted(Action.EXTEND, epoch, Wish(days=days), note=reason, data={"days": days}))
    holder = await say_holder(turn, after.holder)
    await tell_author(turn, view.appeal, "extended", {"reason": reason, "due": view.appeal.due_at, **holder})
    await show_to_holders(turn, view.appeal)
    await turn.answer("extension-noted", about=appeal_id, due=view.appeal.due_at)
