"""更多: all that the one who asks may still do with an appeal, as the table says."""

from bot.rules.buttons import Button
from bot.rules.errors import NotYours, Stale
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Status
from bot.rules.steps import role_of
from bot.rules.verbs import list_further_steps
from bot.usecases.like_appeals import may_join
from bot.usecases.past_answers import list_past_answers
from bot.usecases.take_step import access_to_change
from bot.usecases.turn import Toast, Turn
from bot.usecases.withdraw_for import may_withdraw
from nlp.categories import OTHER
from storage.access import AppealView
from storage.holders import find_holder
from storage.viewers import find_viewer


async def offer_more(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """Raises NotYours for whom there is nothing to do, Stale."""
    view = await access_to_change(turn, appeal_id)
    appeal, held_as = view.appeal, role_of(await find_holder(turn.session, view.appeal))
    steps = list_further_steps(Status(appeal.status), view.actors, held_as) - _left_out(view)
    if not steps:
        raise NotYours
    if epoch != appeal.epoch:
        raise Stale
    buttons = [button for step, button in _buttons(appeal_id, epoch).items() if step in steps]
    buttons += await _of_like_matters(turn, view)
    await turn.answer("cadre-more", buttons=buttons, about=appeal_id)
    return Toast("cadre-more-toast")


def _buttons(appeal_id: int, epoch: int) -> dict[Action, Button]:
    """In the order in which they stand."""
    return {
        Action.TAKE_OVER: Button("more-take-over", "take_over", appeal_id, epoch),
        Action.ASK_BACK: Button("more-ask-back", "ask_back", appeal_id, epoch),
        Action.EXTEND: Button("more-extend", "extend", appeal_id, epoch),
        Action.REFER: Button("more-refer", "refer", appeal_id, epoch),
        Action.CALL_IN: Button("more-call-in", "call_in", appeal_id, epoch),
        Action.FORWARD_UP: Button("more-forward-up", "forward_up", appeal_id, epoch),
        Action.REOPEN: Button("more-bring-back", "bring_back", appeal_id, epoch),
        Action.RECLASSIFY: Button("more-category", "categorize", appeal_id, epoch),
        Action.MAKE_PRIVATE: Button("more-hide", "keep_private", appeal_id),
        Action.WITHDRAW: Button("more-withdraw", "withdraw_for", appeal_id, epoch),
        Action.ESCALATE: Button("card-escalate", "escalate", appeal_id, epoch),
    }


async def _of_like_matters(turn: Turn, view: AppealView) -> list[Button]:
    """What links it with others, and for its holder what was answered before; nothing where it is not for everybody."""
    appeal = view.appeal
    if not view.is_public:
        return []
    buttons = [Button("more-put-in", "put_in", appeal.id, appeal.epoch)] if may_join(appeal) else []
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    if Actor.HOLDER in view.actors and await list_past_answers(turn, viewer, appeal, 1):
        buttons.append(Button("more-past", "show_past", appeal.id))
    return buttons


def _left_out(view: AppealView) -> frozenset[Action]:
    """What would be refused, and what stands on the card itself."""
    appeal, is_holder = view.appeal, Actor.HOLDER in view.actors
    has_another_in_its_place = appeal.status == Status.REFERRED or appeal.category == OTHER
    left_out = {
        Action.ESCALATE: not has_another_in_its_place or appeal.level == Level.COUNTY,
        Action.TAKE_OVER: is_holder,
        Action.CALL_IN: not view.is_public,
        Action.MAKE_PRIVATE: appeal.is_private,
        Action.WITHDRAW: not may_withdraw(view),
    }
    return frozenset(action for action, is_out in left_out.items() if is_out)
