"""并入共性问题: with which matter? Like ones to tap, or a number that is written."""

from bot.rules.access import WORK_ON_IT
from bot.rules.buttons import Button
from bot.rules.errors import KeptApart, NotNow, NotYours, Refusal, SaidAlone, Stale
from bot.rules.numbers import number_for_officials
from bot.usecases.ask import ask
from bot.usecases.like_appeals import list_alike, list_alike_in_county, may_join
from bot.usecases.turn import Toast, Turn
from storage.access import AppealView, access_appeal
from storage.common_issues import count_households, find_issue_of
from storage.issue_offers import list_refusing
from storage.models import Appeal
from storage.pieces import find_appeal_words
from storage.viewers import Viewer, find_viewer

PUT_IN = "put_in"
_OFFERED = 3


async def offer_partners(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """Raises what `access_to_put_in` does; Stale."""
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    appeal = (await access_to_put_in(turn, viewer, appeal_id)).appeal
    if epoch != appeal.epoch:
        raise Stale
    buttons = [await _button(turn, partner) for partner in await _list_partners(turn, viewer, appeal)]
    await ask(turn, PUT_IN, {"appeal": appeal_id, "epoch": epoch})
    number = number_for_officials(appeal.series, appeal.number)
    await turn.answer("put-in-asked", buttons=buttons, about=appeal_id, number=number, found=len(buttons))
    return Toast("cadre-more-toast")


async def access_to_put_in(turn: Turn, viewer: Viewer, appeal_id: int, *, to_change: bool = False) -> AppealView:
    """Whoever may note something on an appeal may put it into a common issue. Raises NotYours; KeptApart where it is
    not for everybody; NotNow where nobody owes it an answer, or it is a danger; SaidAlone where its author does not
    want it, or cannot be told and so could not leave."""
    view = await access_appeal(turn.session, viewer, appeal_id, to_change=to_change)
    if not view.actors & WORK_ON_IT:
        raise NotYours
    if not view.is_public:
        raise KeptApart
    if not may_join(view.appeal):
        raise NotNow
    if view.appeal.account_id is None or await list_refusing(turn.session, [appeal_id]):
        raise SaidAlone
    return view


async def _list_partners(turn: Turn, viewer: Viewer, appeal: Appeal) -> list[Appeal]:
    """The likeliest that they may put together with it, one of each issue."""
    text = await find_appeal_words(turn.session, appeal.id)
    alike = [*await list_alike(turn, appeal, text), *await list_alike_in_county(turn, appeal, text)]
    own = await find_issue_of(turn.session, appeal.id)
    taken, partners = {f"issue:{own.id}"} if own else set[str](), []
    for other in {one.appeal.id: one.appeal for one in alike}.values():
        issue = await find_issue_of(turn.session, other.id)
        matter = f"issue:{issue.id}" if issue else f"appeal:{other.id}"
        if matter not in taken and await _may_put_in(turn, viewer, other):
            taken.add(matter)
            partners.append(other)
    return partners[:_OFFERED]


async def _may_put_in(turn: Turn, viewer: Viewer, appeal: Appeal) -> bool:
    try:
        await access_to_put_in(turn, viewer, appeal.id)
    except Refusal:
        return False
    return True


async def _button(turn: Turn, partner: Appeal) -> Button:
    issue = await find_issue_of(turn.session, partner.id)
    data: dict[str, str | int] = {
        "number": number_for_officials(partner.series, partner.number),
        "category": turn.policy.categories[partner.category].name,
        "count": await count_households(turn.session, issue.id) if issue else 1,
    }
    return Button("put-in-partner", "put_in_with", partner.id, data=data)
