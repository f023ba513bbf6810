"""An official leaves: households, appeals and deputies' turns pass on, and nothing is left in hands that are gone."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rules.roster.links import LinkReason
from bot.usecases.change_deputies import end_deputy
from bot.usecases.file_begun_drafts import file_begun_drafts
from bot.usecases.hand_over_households import pass_households
from bot.usecases.pass_to_heir import pass_to_heir
from bot.usecases.tell_handed_over import HandOver, tell_passed
from bot.usecases.tick import Tick
from bot.usecases.turn import Turn
from storage.departures import list_deputies_of_or_by, record_left
from storage.handovers import list_held_by_name, list_households_in, record_questions_closed
from storage.models import Account, Official
from storage.officials import list_accounts_of_official
from storage.steps import By


@dataclass(frozen=True)
class Leaving:
    official: Official
    phones: Sequence[Account]


async def release_official(post: Turn | Tick, official: Official, after: Official | None, by: By) -> None:
    """`after` None: the households are their village leads'."""
    leaving = await prepare_leaving(post, official)
    homes = await list_households_in(post.session, official.id, None)
    await record_left(post.session, [official.id], post.now)
    if homes:
        act = HandOver(official, after, homes, by, LinkReason.LEFT, leaving.phones)
        await pass_households(post, act)
    await follow_leaving(post, leaving, by)


async def prepare_leaving(post: Turn | Tick, official: Official) -> Leaving:
    """While they still act: what they were writing for others is handed in, and deputies end."""
    phones = await list_accounts_of_official(post.session, official.id)
    await file_begun_drafts(post, phones)
    for deputy in await list_deputies_of_or_by(post.session, official.id):
        await end_deputy(post, deputy)
    return Leaving(official, phones)


async def follow_leaving(post: Turn | Tick, leaving: Leaving, by: By) -> None:
    """After they left: whatever they held in another name than as a cadre."""
    for appeal in await list_held_by_name(post.session, leaving.official.id):
        await pass_to_heir(post, appeal, by, leaving.phones)
        await tell_passed(post, appeal)
    await record_questions_closed(post.session, leaving.phones)
    for phone in leaving.phones:
        await post.tell(phone, "you-have-left", name=leaving.official.name, phone=post.policy.office.phone)
