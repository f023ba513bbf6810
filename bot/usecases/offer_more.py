"""更多: what a holder does less often."""

from bot.rules.buttons import Button
from bot.rules.errors import NotYours, Stale
from bot.rules.levels import Level
from bot.rules.lifecycle import Actor, Status
from bot.usecases.take_step import access_to_change
from bot.usecases.turn import Toast, Turn
from nlp.categories import OTHER


async def offer_more(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    view = await access_to_change(turn, appeal_id)
    if Actor.HOLDER not in view.actors:
        raise NotYours
    if epoch != view.appeal.epoch:
        raise Stale
    buttons = [
        Button("more-ask-back", "ask_back", appeal_id, epoch),
        Button("more-extend", "extend", appeal_id, epoch),
        Button("more-refer", "refer", appeal_id, epoch),
        Button("more-category", "categorize", appeal_id, epoch),
        *([] if view.appeal.is_private else [Button("more-hide", "keep_private", appeal_id)]),
    ]
    has_another_in_its_place = view.appeal.status == Status.REFERRED or view.appeal.category == OTHER
    if has_another_in_its_place and view.appeal.level != Level.COUNTY:
        buttons.append(Button("card-escalate", "escalate", appeal_id, epoch))
    await turn.answer("cadre-more", buttons=buttons, about=appeal_id)
    return Toast("cadre-more-toast")
