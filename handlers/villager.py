"""Whoever speaks for a household."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.rules.buttons import Tap, read_tap
from bot.rules.escalation import Complaint
from bot.usecases.add_words import set_apart
from bot.usecases.ask_writer import ask_writer
from bot.usecases.correct_category import ask_category
from bot.usecases.drop_draft import drop_draft
from bot.usecases.hand_in import hand_in
from bot.usecases.hear import hear
from bot.usecases.hide_from_cadre import ask_why_hidden
from bot.usecases.invite_words import invite_words
from bot.usecases.join_issue import join_issue, stay_alone
from bot.usecases.leave_issue import leave_issue
from bot.usecases.make_private import make_private
from bot.usecases.own_appeal import ask_withdraw, bar_cadre, offer_more, urge, withdraw
from bot.usecases.put_right import ask_what_is_wrong
from bot.usecases.refuse import refusals_answered
from bot.usecases.revise import revise
from bot.usecases.settle_home import settle_home
from bot.usecases.settle_two import settle_two
from bot.usecases.settle_which import settle_which
from bot.usecases.take_up_draft import take_up_draft
from bot.usecases.tell_progress import list_own
from bot.usecases.turn import Toast, Turn
from bot.usecases.villager import find_villager
from bot.usecases.write_for import ask_for_whom_else
from handlers import keys
from handlers.hearing import heard_in

_Done = Awaitable[Toast | None]
VERBS: dict[str, Callable[[Turn, Tap], _Done]] = {
    "hand_in": lambda turn, tap: hand_in(turn, tap.id),
    "hand_in_private": lambda turn, tap: hand_in(turn, tap.id, private=True),
    "hand_in_open": lambda turn, tap: hand_in(turn, tap.id, private=False),
    "hide": lambda turn, tap: ask_why_hidden(turn, tap.id),
    "accuse": lambda turn, tap: hand_in(turn, tap.id, complaint=Complaint.ACCUSED),
    "unseen": lambda turn, tap: hand_in(turn, tap.id, complaint=Complaint.UNSEEN),
    "may_see": lambda turn, tap: hand_in(turn, tap.id, complaint=Complaint.NONE),
    "draft_home": lambda turn, tap: settle_home(turn, tap.id, tap.epoch),
    "draft_other": lambda turn, tap: ask_for_whom_else(turn, tap.id),
    "drop": lambda turn, tap: drop_draft(turn, tap.id),
    "take_up": lambda turn, tap: take_up_draft(turn, tap.id),
    "same_matter": lambda turn, tap: settle_which(turn, tap.id, is_same=True),
    "other_matter": lambda turn, tap: settle_which(turn, tap.id, is_same=False),
    "two_matters": lambda turn, tap: settle_two(turn, tap.id, are_two=True),
    "one_matter": lambda turn, tap: settle_two(turn, tap.id, are_two=False),
    "apart": lambda turn, tap: set_apart(turn, tap.id, tap.epoch),
    "urge": lambda turn, tap: urge(turn, tap.id),
    "withdraw": lambda turn, tap: ask_withdraw(turn, tap.id),
    "withdraw_surely": lambda turn, tap: withdraw(turn, tap.id),
    "make_private": lambda turn, tap: make_private(turn, tap.id),
    "more": lambda turn, tap: offer_more(turn, tap.id),
    "reclassify": lambda turn, tap: ask_category(turn, tap.id),
    "accuse_filed": lambda turn, tap: bar_cadre(turn, tap.id, Complaint.ACCUSED),
    "put_right": lambda turn, tap: ask_what_is_wrong(turn, tap.id),
    "join_issue": lambda turn, tap: join_issue(turn, tap.id),
    "stay_alone": lambda turn, tap: stay_alone(turn, tap.id),
    "leave_issue": lambda turn, tap: leave_issue(turn, tap.id),
    "ask_writer": lambda turn, _: ask_writer(turn),
}


def router() -> Router:
    router = Router(name=__name__)
    for observer in (router.message, router.edited_message):
        observer.filter(F.chat.type == ChatType.PRIVATE, F.from_user, speaks_for_a_household)
    router.message.register(show_own, F.text.in_(keys.MINE))
    router.message.register(invite, F.text.in_(keys.SAY))
    router.message.register(listen)
    router.edited_message.register(listen_again)
    router.callback_query.register(tapped, find_tap)
    return router


async def speaks_for_a_household(_: TelegramObject, turn: Turn) -> bool:
    return await find_villager(turn) is not None


def find_tap(query: CallbackQuery) -> dict[str, Tap] | bool:
    tap = read_tap(query.data)
    return {"tap": tap} if tap and tap.verb in VERBS else False


async def listen(message: Message, turn: Turn) -> None:
    async with refusals_answered(turn):
        heard = heard_in(message, turn.who.bot_id)
        await (turn.answer("cannot-read") if heard is None else hear(turn, heard))


async def listen_again(message: Message, turn: Turn) -> None:
    heard = heard_in(message, turn.who.bot_id)
    if heard is not None:
        async with refusals_answered(turn):
            await revise(turn, heard)


async def show_own(_: Message, turn: Turn) -> None:
    async with refusals_answered(turn):
        await list_own(turn)


async def invite(_: Message, turn: Turn) -> None:
    await invite_words(turn)


async def tapped(_: CallbackQuery, turn: Turn, tap: Tap) -> Toast | None:
    async with refusals_answered(turn):
        return await VERBS[tap.verb](turn, tap)
    return None
