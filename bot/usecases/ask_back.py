"""反问一句: the holder's own words go to the author, whose next words answer them."""

from bot.rules.lifecycle import Action
from bot.usecases.ask import ask
from bot.usecases.people_of import say_holder, show_to_holders, tell_author
from bot.usecases.take_step import Wanted, access_to_change, access_to_take, take_step
from bot.usecases.turn import Toast, Turn


async def begin_ask_back(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    await access_to_take(turn, appeal_id, Action.ASK_BACK, epoch)
    await ask(turn, "ask_back", {"appeal": appeal_id, "epoch": epoch})
    await turn.answer("ask-back-asked", about=appeal_id)
    return Toast("ask-back-toast")


async def ask_back(turn: Turn, appeal_id: int, epoch: int, words: str) -> None:
    view = await access_to_change(turn, appeal_id)
    after = await take_step(turn, view, Wanted(Action.ASK_BACK, epoch, note=words))
    await tell_author(turn, view.appeal, "asked-back", {"words": words, **await say_holder(turn, after.holder)})
    await show_to_holders(turn, view.appeal)
    await turn.answer("ask-back-sent", about=appeal_id)
