"""更多: what a holder does less often."""

from collections.abc import Iterator

from bot.rules.buttons import Button
from bot.rules.errors import NotYours, Stale
from bot.rules.levels import Level
from bot.rules.lifecycle import Actor, Status
from bot.usecases.like_appeals import may_join
from bot.usecases.past_answers import list_past_answers
from bot.usecases.take_step import access_to_change
from bot.usecases.turn import Toast, Turn
from nlp.categories import OTHER
from storage.access import AppealView
from storage.models import Appeal
from storage.viewers import find_viewer


async def offer_more(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    view = await access_to_change(turn, appeal_id)
    if Actor.HOLDER not in view.actors:
        raise NotYours
    if epoch != view.appeal.epoch:
        raise Stale
    buttons = [*_buttons(view.appeal, epoch), *await _others(turn, view)]
    await turn.answer("cadre-more", buttons=buttons, about=appeal_id)
    return Toast("cadre-more-toast")


def _buttons(appeal: Appeal, epoch: int) -> Iterator[Button]:
    yield Button("more-ask-back", "ask_back", appeal.id, epoch)
    yield Button("more-extend", "extend", appeal.id, epoch)
    yield Button("more-refer", "refer", appeal.id, epoch)
    yield Button("more-category", "categorize", appeal.id, epoch)
    if not appeal.is_private:
        yield Button("more-hide", "keep_private", appeal.id)
    has_another_in_its_place = appeal.status == Status.REFERRED or appeal.category == OTHER
    if has_another_in_its_place and appeal.level != Level.COUNTY:
        yield Button("card-escalate", "escalate", appeal.id, epoch)


async def _others(turn: Turn, view: AppealView) -> list[Button]:
    """What links it with like matters; nothing of the kind where it is not for everybody."""
    appeal = view.appeal
    if not view.is_public:
        return []
    put_in = [Button("more-put-in", "put_in", appeal.id, appeal.epoch)] if may_join(appeal) else []
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    has_past = bool(await list_past_answers(turn, viewer, appeal, 1))
    return [*put_in, Button("more-past", "show_past", appeal.id)] if has_past else put_in
