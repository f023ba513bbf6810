"""An appeal whose holder answers there no more passes to whoever does: the promise to its author stays."""

from collections.abc import Sequence

from bot.rules.lifecycle import Action, Status
from bot.rules.steps import take
from bot.usecases.pass_on import pass_words_on
from bot.usecases.people_of import list_phones
from bot.usecases.tick import Tick
from bot.usecases.turn import Turn
from bot.usecases.world_of import find_world_of
from storage.access import find_holding_officials
from storage.answers import list_unsent_answers, record_answer_dropped
from storage.letters import Priority
from storage.models import Account, Appeal
from storage.officials import access_official
from storage.standings import find_standing
from storage.steps import By, Step, record_step


async def pass_to_heir(post: Turn | Tick, appeal: Appeal, by: By, phones: Sequence[Account] = ()) -> None:
    """`appeal` is locked; `phones` are those of whoever had it and has left: its card is shown there no longer. Words
    on the table do not go out: whoever has it now gets them."""
    standing = await find_standing(post.session, appeal)
    before = await find_holding_officials(post.session, appeal)
    world = await find_world_of(post, appeal.household_id)
    after = take(standing, Action.HAND_OVER, frozenset({by.actor}), world)
    await record_step(post.session, appeal, Step(Action.HAND_OVER, by, after), post.now)
    holding = await find_holding_officials(post.session, appeal)
    await _pass_answers_on(post, appeal, holding)
    if Status(appeal.status).is_open:
        priority = Priority.DANGER if standing.is_danger else Priority.CARD
        for phone in [*phones, *await list_phones(post, before | holding)]:
            await post.show_card(appeal.id, phone, priority=priority, not_before=appeal.card_not_before)


async def _pass_answers_on(post: Turn | Tick, appeal: Appeal, holding: frozenset[int]) -> None:
    for answer in await list_unsent_answers(post.session, appeal.id):
        if answer.official_id not in holding:
            await record_answer_dropped(post.session, answer, post.now)
            await pass_words_on(post, appeal, answer, await access_official(post.session, answer.official_id))
