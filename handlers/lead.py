"""Leads of grids: their study meetings, and which cadre has which households."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.rules.buttons import Tap
from bot.rules.errors import NotYours
from bot.usecases.ask_decision import ask_measure, choose_due, choose_own, choose_unit
from bot.usecases.close_meeting import close_meeting
from bot.usecases.invite_to_desk import invite_to_desk
from bot.usecases.offer_handover import (
    choose_former,
    choose_lead,
    choose_next,
    drop_handover,
    hand_over,
    offer_handover,
)
from bot.usecases.open_issue import open_issue_of_item
from bot.usecases.open_meeting import open_by_words, open_meeting
from bot.usecases.put_off_item import move_up, skip_item
from bot.usecases.refuse import refusals_answered
from bot.usecases.show_docket import open_item, show_docket
from bot.usecases.show_inbox import show_unassigned
from bot.usecases.turn import Toast, Turn
from handlers.taps import Verbs, carry_out, one_of

_CALL = frozenset({"研判会", "开研判会"})
_DESK = "工作台"
VERBS: Verbs = {
    "study_open": lambda turn, tap: open_meeting(turn, tap.id),
    "study_docket": lambda turn, tap: show_docket(turn, tap.id, tap.epoch),
    "study_item": lambda turn, tap: open_item(turn, tap.id),
    "study_decide": lambda turn, tap: ask_measure(turn, tap.id),
    "study_unit": lambda turn, tap: choose_unit(turn, tap.id),
    "study_own": lambda turn, _: choose_own(turn),
    "study_due": lambda turn, tap: choose_due(turn, tap.id),
    "study_up": lambda turn, tap: move_up(turn, tap.id),
    "study_skip": lambda turn, tap: skip_item(turn, tap.id),
    "study_issue": lambda turn, tap: open_issue_of_item(turn, tap.id),
    "study_close": lambda turn, tap: close_meeting(turn, tap.id),
    "desk_invite": lambda turn, _: invite_to_desk(turn),
    "handover": lambda turn, _: offer_handover(turn),
    "handover_from": lambda turn, tap: choose_former(turn, tap.id),
    "handover_to": lambda turn, tap: choose_next(turn, tap.id),
    "handover_lead": lambda turn, _: choose_lead(turn),
    "handover_do": lambda turn, _: hand_over(turn),
    "handover_drop": lambda turn, _: drop_handover(turn),
    "unassigned": lambda turn, _: show_unassigned(turn),
}


def router() -> Router:
    router = Router(name=__name__)
    router.message.filter(F.chat.type == ChatType.PRIVATE, F.from_user)
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.message.register(call, F.text.in_(_CALL))
    router.message.register(go_to_desk, F.text == _DESK)
    router.message.register(change_cadre, Command("handover", ignore_mention=True))
    router.callback_query.register(step, one_of(VERBS))
    return router


async def call(_message: Message, turn: Turn) -> None:
    is_lead = True
    async with refusals_answered(turn):
        is_lead = await open_by_words(turn)
    if not is_lead:
        raise SkipHandler


async def go_to_desk(_message: Message, turn: Turn) -> None:
    try:
        async with turn.session.begin_nested():
            await invite_to_desk(turn)
    except NotYours:
        raise SkipHandler from None


async def change_cadre(_message: Message, turn: Turn) -> None:
    async with refusals_answered(turn):
        await offer_handover(turn)


async def step(_query: CallbackQuery, turn: Turn, tap: Tap) -> Toast:
    return await carry_out(VERBS, turn, tap)
