"""What an imported roster changes for people: households with another cadre, grids with another lead, and officials
who left."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.rules.lifecycle import Actor
from bot.rules.roster.changes import RosterChanges
from bot.rules.roster.links import LinkReason
from bot.usecases.file_begun_drafts import file_begun_drafts
from bot.usecases.hand_over_households import follow_households
from bot.usecases.pass_to_heir import pass_to_heir
from bot.usecases.release_official import Leaving, follow_leaving, prepare_leaving
from bot.usecases.tell_handed_over import HandOver, tell_passed
from bot.usecases.tick import Tick
from storage.handovers import (
    list_all_linked,
    list_held_as_former_lead,
    list_households_by_id,
    list_officials_with_phone,
)
from storage.models import Official
from storage.officials import access_official, list_accounts_of_official
from storage.roster.kept import Ids
from storage.steps import By

_BY = By(Actor.COUNTY_OFFICE)
_Group = tuple[int | None, int | None, frozenset[int]]


async def prepare_roster(tick: Tick, changes: RosterChanges, ids: Ids) -> Sequence[Leaving]:
    """Before anything is written."""
    leaving = [
        await prepare_leaving(tick, await access_official(tick.session, ids.officials[no])) for no in changes.left
    ]
    with_phone = await list_officials_with_phone(tick.session)
    for before, _, homes in _groups(changes, ids):
        if before in with_phone:
            await file_begun_drafts(tick, await list_accounts_of_official(tick.session, before), homes)
    return leaving


async def follow_roster(tick: Tick, changes: RosterChanges, ids: Ids, leaving: Sequence[Leaving]) -> None:
    """Once all is written. Where nobody is linked yet, as in a county's first roster, there is nothing to follow."""
    gone = {one.official.id: one for one in leaving}
    with_phone, linked = await list_officials_with_phone(tick.session), await list_all_linked(tick.session)
    for before, after, homes in _groups(changes, ids):
        if before is not None or after in with_phone or homes & linked:
            act = await _act(tick, (before, after, homes), gone)
            await follow_households(replace(tick, occasion=f"{tick.occasion}:{before}-{after}"), act)
    for one in leaving:
        await follow_leaving(tick, one, _BY)
    for appeal in await list_held_as_former_lead(tick.session, tick.now):
        await pass_to_heir(tick, appeal, _BY)
        await tell_passed(tick, appeal)


async def _act(tick: Tick, group: _Group, gone: dict[int, Leaving]) -> HandOver:
    before, after = await _official(tick, group[0]), await _official(tick, group[1])
    homes = await list_households_by_id(tick.session, group[2])
    phones = await list_accounts_of_official(tick.session, before.id) if before else ()
    if before and before.id in gone:
        phones = gone[before.id].phones
    return HandOver(before, after, homes, _BY, LinkReason.ANOTHER, phones)


async def _official(tick: Tick, official_id: int | None) -> Official | None:
    return await access_official(tick.session, official_id) if official_id is not None else None


def _groups(changes: RosterChanges, ids: Ids) -> Iterator[_Group]:
    """From whom to whom, which households; those that are new have no id before they are written."""
    groups = defaultdict[tuple[str | None, str | None], list[int]](list)
    for change in changes.links:
        if change.household in ids.households:
            groups[change.before, change.after].append(ids.households[change.household])
    for (before, after), homes in groups.items():
        yield ids.officials.get(before or ""), ids.officials.get(after or ""), frozenset(homes)
