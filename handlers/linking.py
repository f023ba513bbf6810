"""Cards scanned, members let in, officials confirmed, links ended."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.rules.buttons import Tap, read_tap
from bot.usecases.appoint_official import appoint_official
from bot.usecases.confirm_home import confirm_home
from bot.usecases.deny_home import deny_home
from bot.usecases.expel_member import expel_member
from bot.usecases.keep_out import keep_out
from bot.usecases.leave_home import leave_home
from bot.usecases.leave_office import leave_office
from bot.usecases.let_in import let_in
from bot.usecases.link_by_token import link_by_token
from bot.usecases.name_helpers import name_helpers
from bot.usecases.offer_links_to_leave import offer_links_to_leave
from bot.usecases.refuse import refusals_answered
from bot.usecases.start import start
from bot.usecases.turn import Turn
from bot.usecases.turn_away_official import turn_away_official
from handlers import keys

VERBS: dict[str, Callable[[Turn, int], Awaitable[None]]] = {
    "my_home": confirm_home,
    "not_home": deny_home,
    "let_in": let_in,
    "keep_out": keep_out,
    "not_ours": expel_member,
    "leave_home": leave_home,
    "leave_office": leave_office,
    "appoint": appoint_official,
    "turn_away": turn_away_official,
}


def router() -> Router:
    """A card is scanned by the one who sends the command: forwarded, or sent by way of a bot, it counts for nothing."""
    router = Router(name=__name__)
    router.message.filter(F.chat.type == ChatType.PRIVATE, F.from_user)
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    scanned = CommandStart(deep_link=True, ignore_mention=True)
    router.message.register(scan, scanned, ~F.forward_origin, ~F.via_bot)
    router.message.register(open_chat, CommandStart(ignore_mention=True))
    router.message.register(unlink, Command("unlink", ignore_mention=True))
    router.message.register(find_help, F.text.in_(keys.HELP))
    router.callback_query.register(step, _is_step)
    return router


async def scan(_: Message, turn: Turn, command: CommandObject) -> None:
    async with refusals_answered(turn):
        await link_by_token(turn, command.args or "")


async def open_chat(_: Message, turn: Turn) -> None:
    await start(turn)


async def unlink(_: Message, turn: Turn) -> None:
    async with refusals_answered(turn):
        await offer_links_to_leave(turn)


async def find_help(_: Message, turn: Turn) -> None:
    await name_helpers(turn)


async def step(_: CallbackQuery, turn: Turn, tap: Tap) -> None:
    async with refusals_answered(turn):
        await VERBS[tap.verb](turn, tap.id)


def _is_step(query: CallbackQuery) -> bool | dict[str, Any]:
    tap = read_tap(query.data)
    return {"tap": tap} if tap is not None and tap.verb in VERBS else False
