"""Households have another cadre: each member, both cadres and the village's lead hear it, each in one letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.rules.buttons import Button
from bot.rules.lifecycle import Status
from bot.rules.numbers import number_for_villagers
from bot.usecases.people_here import find_helpers
from bot.usecases.people_of import say_holder, tell_author
from bot.usecases.tick import Tick
from bot.usecases.turn import Turn
from storage.grids import list_nearest_leads
from storage.handovers import list_linked
from storage.holders import find_holder
from storage.members import list_accounts_of_household
from storage.models import Account, Appeal, Household, Official
from storage.officials import list_accounts_of_official
from storage.steps import By

_LISTED = 100


@dataclass(frozen=True)
class HandOver:
    """`before` and `after` None: the village lead, who answers for a household without a cadre. `phones` are those of
    `before`, also where they act as nobody any more."""

    before: Official | None
    after: Official | None
    households: Sequence[Household]
    by: By
    reason: str
    phones: Sequence[Account] = ()

    @property
    def ids(self) -> frozenset[int]:
        return frozenset(household.id for household in self.households)


async def tell_handed_over(post: Turn | Tick, act: HandOver, appeals: Sequence[Appeal]) -> None:
    """`appeals` are those that passed on. A household hears of its own alone, by day."""
    linked = await list_linked(post.session, act.ids)
    told = set[int]()
    for household in act.households:
        if household.id in linked:
            told |= await _tell_home(post, act, household, appeals)
    for appeal in appeals:
        if appeal.account_id not in told:
            await tell_passed(post, appeal)
    await _tell_former(post, act)
    if act.after is not None:
        await _tell_cadre(post, act, act.after, linked)
    await _tell_leads(post, act, linked)


async def tell_passed(post: Turn | Tick, appeal: Appeal) -> None:
    """Who has it now and by when, to its author; nobody is sent out for that."""
    if appeal.account_id is not None and Status(appeal.status).is_open:
        await tell_author(post, appeal, "handed-matter", await _holder_and_due(post, appeal))


async def _tell_home(post: Turn | Tick, act: HandOver, household: Household, appeals: Sequence[Appeal]) -> set[int]:
    """The new cadre's card."""
    helpers = await find_helpers(post.session, household)
    was = act.before.name if act.before else "none"
    said: dict[str, Any] = {
        "name": helpers.cadre.name,
        "phone": helpers.cadre.phone or post.policy.office.phone,
        "was": was,
    }
    said["role"] = "cadre" if act.after else "lead"
    accounts = await list_accounts_of_household(post.session, household.id)
    for account in accounts:
        own = [appeal for appeal in appeals if appeal.account_id == account.id and Status(appeal.status).is_open]
        matters = [{"wording": "handed-matter", "data": await _matter(post, appeal)} for appeal in own]
        await post.tell(account, "new-cadre", matters=matters, **said)
    return {account.id for account in accounts}


async def _matter(post: Turn | Tick, appeal: Appeal) -> dict[str, Any]:
    number = number_for_villagers(appeal.series, appeal.number)
    return {"number": number} | await _holder_and_due(post, appeal)


async def _holder_and_due(post: Turn | Tick, appeal: Appeal) -> dict[str, Any]:
    return {"due": appeal.due_at} | await say_holder(post, await find_holder(post.session, appeal))


async def _tell_former(post: Turn | Tick, act: HandOver) -> None:
    to = act.after.name if act.after else "none"
    for phone in act.phones:
        await post.tell(phone, "you-handed-over", count=len(act.households), to=to)


async def _tell_cadre(post: Turn | Tick, act: HandOver, cadre: Official, linked: frozenset[int]) -> None:
    said = _homes(act.households, linked) | {"was": act.before.name if act.before else "none"}
    for phone in await list_accounts_of_official(post.session, cadre.id):
        await post.tell(phone, "took-over", **said)


async def _tell_leads(post: Turn | Tick, act: HandOver, linked: frozenset[int]) -> None:
    """Of each village; a household without a cadre is theirs from now on. Nobody hears twice."""
    heard = {act.by.official_id, act.after.id if act.after else None, act.before.id if act.before else None}
    for village_id in dict.fromkeys(household.grid_id for household in act.households):
        homes = [household for household in act.households if household.grid_id == village_id]
        names = {"was": act.before.name if act.before else "none", "to": act.after.name if act.after else "none"}
        said = _homes(homes, linked) | names
        grid, leads = await list_nearest_leads(post.session, village_id)
        buttons = [] if act.after else [Button("digest-unassigned", "unassigned")]
        for lead in leads:
            for phone in await list_accounts_of_official(post.session, lead.id) if lead.id not in heard else ():
                await post.tell(phone, "cadre-changed", buttons=buttons, village=grid.name, **said)


def _homes(households: Sequence[Household], linked: frozenset[int]) -> dict[str, Any]:
    """How many, and which of them nobody speaks for yet."""
    nobodys = [home for home in households if home.id not in linked]
    return {
        "count": len(households),
        "unlinked": len(nobodys),
        "homes": [
            {"wording": "home-linked" if home.id in linked else "home-unlinked", "data": _said(home)}
            for home in households[:_LISTED]
        ],
    }


def _said(home: Household) -> dict[str, Any]:
    return {"head": home.head, "address": home.address}
