"""Somebody else told of the same matter: whoever has just filed theirs is asked whether to have both handled as one."""

from bot.rules.buttons import Button
from bot.rules.common_issues import Near, Partner, partner_of
from bot.rules.numbers import COUNTY_SERIES
from bot.usecases.give_receipt import number_of
from bot.usecases.like_appeals import Alike, likes_of, list_alike, say_matter
from bot.usecases.turn import Turn
from storage.issue_offers import add_offer
from storage.models import Appeal


async def offer_issue(turn: Turn, appeal: Appeal, text: str) -> None:
    """Right after filing. Nothing that is in danger waits for this, and nothing that is not for everybody is spoken of:
    what somebody is barred from is numbered by the county."""
    if appeal.danger is not None or appeal.is_private or appeal.series == COUNTY_SERIES:
        return
    found = await list_alike(turn, appeal, text)
    if not found:
        return
    partner = partner_of(await likes_of(turn, appeal, found))
    if partner is None or not _may_be_told(turn, appeal, partner):
        return
    other = next(one for one in found if one.appeal.id == partner.like.appeal)
    await _ask(turn, appeal, other, partner)


def _may_be_told(turn: Turn, appeal: Appeal, partner: Partner) -> bool:
    """Of people's own affairs nobody hears that a neighbour has the same, unless so many have that it tells of none:
    the guard of the wall, at the wall's number."""
    if partner.like.near is Near.HOME or not turn.policy.categories[appeal.category].is_personal:
        return True
    return partner.households + 1 >= turn.policy.wall.households_a_year


async def _ask(turn: Turn, appeal: Appeal, other: Alike, partner: Partner) -> None:
    offer = await add_offer(turn.session, appeal.id, other.appeal.id, turn.now)
    if offer is None:
        return
    buttons = (Button("button-join", "join_issue", offer.id), Button("button-alone", "stay_alone", offer.id))
    number = number_of(appeal)
    if partner.like.near is Near.HOME:
        await turn.answer(
            "join-at-home", buttons=buttons, about=appeal.id, number=number, other=number_of(other.appeal)
        )
        return
    matter = say_matter(turn, appeal, other.alike)
    count, near = partner.households, str(partner.like.near)
    await turn.answer("join-asked", buttons=buttons, about=appeal.id, number=number, count=count, near=near, **matter)
