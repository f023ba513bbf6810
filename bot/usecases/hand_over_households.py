"""Households pass to another cadre in one act: their open appeals follow, and everybody concerned hears of it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.usecases.file_begun_drafts import file_begun_drafts
from bot.usecases.pass_to_heir import pass_to_heir
from bot.usecases.tell_handed_over import HandOver, tell_handed_over
from bot.usecases.tick import Tick
from bot.usecases.turn import Turn
from storage.answers import list_unsent_answers
from storage.handovers import (
    list_held_of_households,
    list_homes_of_official,
    record_households_handed_over,
    record_questions_closed,
)
from storage.models import Appeal
from storage.officials import list_accounts_of_official


async def hand_over_households(post: Turn | Tick, act: HandOver) -> None:
    """From now on. The history of the links stays, and so does what each household was promised."""
    await file_begun_drafts(post, act.phones, act.ids)
    after = act.after.id if act.after else None
    await record_households_handed_over(post.session, sorted(act.ids), after, act.reason, post.now)
    await follow_households(post, act)


async def pass_households(post: Turn | Tick, act: HandOver) -> None:
    """Likewise, but for those in which the new cadre lives: nobody is the own household's cadre, so that they are the
    village lead's."""
    own = await list_own_homes(post, act)
    theirs = [home for home in act.households if home.id not in own]
    if theirs:
        await hand_over_households(post, replace(act, households=theirs))
    if own:
        rest = replace(act, after=None, households=[home for home in act.households if home.id in own])
        await hand_over_households(replace(post, occasion=f"{post.occasion}:own"), rest)


async def list_own_homes(post: Turn | Tick, act: HandOver) -> frozenset[int]:
    if act.after is None:
        return frozenset()
    phones = await list_accounts_of_official(post.session, act.after.id)
    return await list_homes_of_official(post.session, phones, act.ids)


async def follow_households(post: Turn | Tick, act: HandOver) -> None:
    """Where the links were written already."""
    appeals: Sequence[Appeal] = ()
    if act.before is not None:
        appeals = await list_held_of_households(post.session, act.before.id, act.ids)
        await _close_questions(post, act, appeals)
    for appeal in appeals:
        await pass_to_heir(post, appeal, act.by, act.phones)
    await tell_handed_over(post, act, appeals)


async def _close_questions(post: Turn | Tick, act: HandOver, appeals: Sequence[Appeal]) -> None:
    """What the former cadre was being asked about them."""
    answers = [answer.id for appeal in appeals for answer in await list_unsent_answers(post.session, appeal.id)]
    appeal_ids = frozenset(appeal.id for appeal in appeals)
    named = {"household": act.ids, "appeal": appeal_ids, "answer": frozenset(answers)}
    await record_questions_closed(post.session, act.phones, named)
