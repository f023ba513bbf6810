"""Officials on their phones: replies to cards, and the buttons below them."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.rules.buttons import Tap
from bot.rules.lifecycle import Outcome
from bot.usecases.accept_appeal import accept_appeal
from bot.usecases.answer_together import answer_alone, answer_together
from bot.usecases.ask_back import begin_ask_back
from bot.usecases.ask_whose import answer_with_kept, take_home
from bot.usecases.bring_back import ask_why_back
from bot.usecases.call_in import call_unit, offer_helpers
from bot.usecases.change_deputies import call_back_deputy
from bot.usecases.escalate_appeal import escalate_appeal
from bot.usecases.extend_appeal import ask_why_extend, offer_extension
from bot.usecases.forward_up import ask_recommendation
from bot.usecases.hear_official import hear_official
from bot.usecases.make_commitment import choose_day, commit_bare, offer_days
from bot.usecases.make_private import make_private
from bot.usecases.mark_stale import lift_stale, mark_stale
from bot.usecases.name_deputy import choose_days, choose_deputy, offer_deputies
from bot.usecases.offer_more import offer_more
from bot.usecases.offer_partners import offer_partners
from bot.usecases.open_issue import open_issue
from bot.usecases.open_private import open_private
from bot.usecases.pass_on import pass_on
from bot.usecases.put_together import put_together
from bot.usecases.recategorize import choose_category, offer_categories
from bot.usecases.refer_appeal import offer_whom, refer_plainly, refer_to_official, refer_to_unit
from bot.usecases.refuse import refusals_answered
from bot.usecases.return_appeal import ask_why_return
from bot.usecases.revise_official import revise_official
from bot.usecases.say_unreadable import say_unreadable
from bot.usecases.send_answer import finish_answer, send_reason_above
from bot.usecases.settle_echo import advise_against_echo, ask_for_rewording, decide_echo, leave_echo
from bot.usecases.show_files import show_files
from bot.usecases.show_inbox import open_card, show_inbox, show_unlinked
from bot.usecases.show_past import draft_past, say_past, show_past
from bot.usecases.show_story import show_story
from bot.usecases.take_apart import take_apart
from bot.usecases.take_over import take_over
from bot.usecases.turn import Toast, Turn
from bot.usecases.withdraw_for import ask_why_withdraw
from bot.usecases.write_for import ask_for_whom, begin_for, choose_household
from handlers import keys
from handlers.hearing import heard_in
from handlers.taps import Verbs, carry_out, one_of

VERBS: Verbs = {
    "accept": lambda turn, tap: accept_appeal(turn, tap.id, tap.epoch),
    "open": lambda turn, tap: open_private(turn, tap.id),
    "files": lambda turn, tap: show_files(turn, tap.id),
    "story": lambda turn, tap: show_story(turn, tap.id),
    "escalate": lambda turn, tap: escalate_appeal(turn, tap.id, tap.epoch),
    "cadre_more": lambda turn, tap: offer_more(turn, tap.id, tap.epoch),
    "ask_back": lambda turn, tap: begin_ask_back(turn, tap.id, tap.epoch),
    "extend": lambda turn, tap: offer_extension(turn, tap.id, tap.epoch),
    "extend_days": lambda turn, tap: ask_why_extend(turn, tap.id),
    "refer": lambda turn, tap: offer_whom(turn, tap.id, tap.epoch),
    "refer_unit": lambda turn, tap: refer_to_unit(turn, tap.id),
    "refer_official": lambda turn, tap: refer_to_official(turn, tap.id),
    "refer_plainly": lambda turn, _: refer_plainly(turn),
    "take_over": lambda turn, tap: take_over(turn, tap.id, tap.epoch),
    "call_in": lambda turn, tap: offer_helpers(turn, tap.id, tap.epoch),
    "call_unit": lambda turn, tap: call_unit(turn, tap.id),
    "forward_up": lambda turn, tap: ask_recommendation(turn, tap.id, tap.epoch),
    "bring_back": lambda turn, tap: ask_why_back(turn, tap.id, tap.epoch),
    "withdraw_for": lambda turn, tap: ask_why_withdraw(turn, tap.id, tap.epoch),
    "categorize": lambda turn, tap: offer_categories(turn, tap.id, tap.epoch),
    "category_named": lambda turn, tap: choose_category(turn, tap.id),
    "commit": lambda turn, tap: offer_days(turn, tap.id, tap.epoch),
    "commit_days": lambda turn, tap: choose_day(turn, tap.id),
    "commit_bare": lambda turn, _: commit_bare(turn),
    "return": lambda turn, tap: ask_why_return(turn, tap.id, tap.epoch),
    "keep_private": lambda turn, tap: make_private(turn, tap.id),
    "out_solved": lambda turn, tap: finish_answer(turn, tap.id, Outcome.SOLVED),
    "out_telling": lambda turn, tap: finish_answer(turn, tap.id, None),
    "out_partly": lambda turn, tap: finish_answer(turn, tap.id, Outcome.PARTLY_SOLVED),
    "out_explained": lambda turn, tap: finish_answer(turn, tap.id, Outcome.EXPLAINED),
    "out_cannot": lambda turn, tap: finish_answer(turn, tap.id, Outcome.CANNOT),
    "out_forwarded": lambda turn, tap: finish_answer(turn, tap.id, Outcome.FORWARDED_UP),
    "pass_on": lambda turn, tap: pass_on(turn, tap.id),
    "answer_together": lambda turn, tap: answer_together(turn, tap.id),
    "answer_alone": lambda turn, tap: answer_alone(turn, tap.id),
    "put_in": lambda turn, tap: offer_partners(turn, tap.id, tap.epoch),
    "put_in_with": lambda turn, tap: put_together(turn, tap.id),
    "take_apart": lambda turn, tap: take_apart(turn, tap.id),
    "issue": lambda turn, tap: open_issue(turn, tap.id),
    "show_past": lambda turn, tap: show_past(turn, tap.id),
    "past_use": lambda turn, tap: draft_past(turn, tap.id, tap.epoch),
    "past_say": lambda turn, tap: say_past(turn, tap.id, tap.epoch),
    "past_stale": lambda turn, tap: mark_stale(turn, tap.id, tap.epoch),
    "past_good": lambda turn, tap: lift_stale(turn, tap.id),
    "reason_above": lambda turn, _: send_reason_above(turn),
    "whose": lambda turn, tap: answer_with_kept(turn, tap.id, tap.epoch),
    "whose_own": lambda turn, tap: take_home(turn, tap.id),
    "write_for": lambda turn, tap: ask_for_whom(turn, tap.id),
    "write_for_home": lambda turn, tap: choose_household(turn, tap.id),
    "write_for_them": lambda turn, tap: begin_for(turn, tap.id),
    "deputy_who": lambda turn, tap: choose_deputy(turn, tap.id),
    "deputy_days": lambda turn, tap: choose_days(turn, tap.id),
    "deputy_end": lambda turn, tap: call_back_deputy(turn, tap.id),
    "inbox": lambda turn, _: show_inbox(turn),
    "open_card": lambda turn, tap: open_card(turn, tap.id),
    "unlinked": lambda turn, _: show_unlinked(turn),
    "echo_fine": lambda turn, tap: leave_echo(turn, tap.id),
    "echo_reword": lambda turn, tap: ask_for_rewording(turn, tap.id),
    "echo_off": lambda turn, tap: advise_against_echo(turn, tap.id),
    "echo_keep_off": lambda turn, tap: decide_echo(turn, tap.id, keep_off=True),
    "echo_let_up": lambda turn, tap: decide_echo(turn, tap.id, keep_off=False),
}


def router() -> Router:
    router = Router(name=__name__)
    router.message.filter(F.chat.type == ChatType.PRIVATE, F.from_user)
    router.edited_message.filter(F.chat.type == ChatType.PRIVATE, F.from_user)
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.message.register(inbox, Command("inbox", ignore_mention=True))
    router.message.register(go_away, Command("deputy", ignore_mention=True))
    router.message.register(hear, ~F.text.startswith("/"), ~F.text.in_(keys.ALL))
    router.edited_message.register(hear_again)
    router.callback_query.register(step, one_of(VERBS))
    return router


async def inbox(_message: Message, turn: Turn) -> None:
    async with refusals_answered(turn):
        await show_inbox(turn)


async def go_away(_message: Message, turn: Turn) -> None:
    async with refusals_answered(turn):
        await offer_deputies(turn)


async def hear(message: Message, turn: Turn) -> None:
    heard, is_theirs = heard_in(message, turn.who.bot_id), True
    async with refusals_answered(turn):
        is_theirs = await (say_unreadable(turn) if heard is None else hear_official(turn, heard))
    if not is_theirs:
        raise SkipHandler


async def hear_again(message: Message, turn: Turn) -> None:
    heard, is_theirs = heard_in(message, turn.who.bot_id), True
    async with refusals_answered(turn):
        is_theirs = heard is not None and await revise_official(turn, heard)
    if not is_theirs:
        raise SkipHandler


async def step(_query: CallbackQuery, turn: Turn, tap: Tap) -> Toast:
    return await carry_out(VERBS, turn, tap)
