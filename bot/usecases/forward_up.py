"""转呈上级: what is beyond the county goes to a higher authority with the county's recommendation, and stays open until
that authority has answered and the household knows."""

from bot.rules.lifecycle import Action
from bot.rules.numbers import number_for_officials
from bot.usecases.ask import ask
from bot.usecases.people_of import say_holder, show_to_holders, tell_author
from bot.usecases.take_step import Wanted, access_to_change, access_to_take, take_step
from bot.usecases.turn import Toast, Turn
from storage.models import LetterKind

RECOMMENDATION = "recommendation"


async def ask_recommendation(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """Raises a Refusal before anybody writes in vain."""
    await access_to_take(turn, appeal_id, Action.FORWARD_UP, epoch)
    await ask(turn, RECOMMENDATION, {"appeal": appeal_id, "epoch": epoch})
    await turn.answer("forward-asked", about=appeal_id, authority=turn.policy.office.higher_authority)
    return Toast("forward-toast")


async def forward_up(turn: Turn, appeal_id: int, epoch: int, recommendation: str) -> None:
    """The office gets the letter as a file, but for a private appeal: that one is written at the terminal."""
    authority = turn.policy.office.higher_authority
    view = await access_to_change(turn, appeal_id)
    wanted = Wanted(Action.FORWARD_UP, epoch, note=recommendation, data={"authority": authority})
    after = await take_step(turn, view, wanted)
    holder = await say_holder(turn, after.holder)
    await tell_author(turn, view.appeal, "forwarded", {"authority": authority, "due": after.due_at, **holder})
    await show_to_holders(turn, view.appeal)
    await turn.answer("forward-noted", about=appeal_id, authority=authority, due=after.due_at)
    if view.is_public:
        number = number_for_officials(view.appeal.series, view.appeal.number)
        paper = LetterKind.DOCUMENT
        await turn.answer("forward-letter", about=appeal_id, kind=paper, document="forwarding", number=number)
